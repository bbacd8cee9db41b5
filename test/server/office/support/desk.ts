// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { id as keccakOfText, toUtf8Bytes } from "ethers";
import { commitEntries, type NewCommitment, registryState } from "#sdk/agency/index.ts";
import { amountOf } from "#sdk/money/index.ts";
import { type Draft, type OfficeClient, OfficeError } from "#sdk/office/index.ts";
import type { OfficeServerOptions } from "#server/office/server.ts";
import { databaseKinds, type TestDatabase } from "#test/server/support/databases.ts";
import { openAgency, type TestAgency } from "./agency.ts";
import { startServer, type TestServer } from "./server.ts";

/** The agency's guardian is no officer until the council says so, which it does not here. */
export const ROLES = ["preparer", "approver", "finance", "custodian", "administrator", "guardian"] as const;
export type RoleName = (typeof ROLES)[number];

const HOUSEHOLDS = 300;
export const TRAITS = { area: "North", householdSize: 5, group: "displaced" };

export const commitment = (n: number): `0x${string}` => keccakOfText(`household ${n}`) as `0x${string}`;
export const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(toUtf8Bytes(text));

/** For assert.rejects: the office refused with this code, in words that match. */
export const refused =
  (code: string, about = /./) =>
  (error: unknown): boolean => {
    assert.ok(error instanceof OfficeError, String(error));
    assert.equal(error.code, code);
    assert.match(error.message, about);
    assert.notEqual(error.next, "");
    return true;
  };

/** An office with all its officers signed in. */
export class OfficeUnderTest {
  readonly agency: TestAgency;
  readonly database: TestDatabase;
  server!: TestServer;
  /** One page for each officer. */
  desk!: Record<RoleName, OfficeClient>;

  constructor(agency: TestAgency, database: TestDatabase) {
    this.agency = agency;
    this.database = database;
  }

  get programme(): string {
    return this.agency.programme.address;
  }

  /** Start the server, or start it again: its clock is right then, and all officers are signed in. */
  async start(port = 0, more: Partial<OfficeServerOptions> = {}): Promise<void> {
    await this.server?.stop();
    this.server = await startServer(this.agency, this.database.address, { port, ...more });
    const clients = ROLES.map(async (name) => {
      const browser = this.server.browser();
      if (name !== "guardian") await browser.signIn(this.agency.people[name]);
      return [name, browser.client] as const;
    });
    this.desk = Object.fromEntries(await Promise.all(clients)) as Record<RoleName, OfficeClient>;
  }

  newDraft(title = "May, north"): Promise<Draft> {
    const programme = this.programme.toLowerCase();
    return this.desk.preparer.createDraft({ programme, title, plan: { opens: "2026-05-01" } });
  }

  /** Every open household with the same amount. */
  async commit(cycle: number, amount: bigint, traits: object = TRAITS): Promise<NewCommitment> {
    const { suite, accounts, programme } = this.agency;
    const entries = accounts.map((account) => ({ account, amount: amountOf(amount), ...traits }));
    const registry = await registryState(suite.accounts);
    return await commitEntries(suite, { programme, cycle, entries, registry });
  }
}

/** Describe an office on each database, with an agency of its own. @param tests Get the office at the time they run. */
export function onEachDatabase(name: string, tests: (office: () => OfficeUnderTest) => void): void {
  describe(name, () => {
    let agency: TestAgency;

    before(async () => {
      agency = await openAgency(HOUSEHOLDS);
    });

    after(() => agency?.stop());

    for (const kind of databaseKinds) {
      describe(`in ${kind.name}`, { skip: kind.skip ?? false }, () => {
        let office: OfficeUnderTest;

        before(async () => {
          office = new OfficeUnderTest(agency, await kind.create());
          await office.start();
        });

        after(async () => {
          await office?.server?.stop();
          await office?.database.remove();
        });

        tests(() => office);
      });
    }
  });
}
