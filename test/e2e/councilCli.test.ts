// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { seatCouncil } from "#scripts/seed/council.ts";
import { openOffice, type TestOffice } from "./support/office.ts";

interface Shown {
  readonly id: number;
  readonly state: string;
  readonly approvedBy: readonly string[];
  readonly acts: readonly { readonly kind: string; readonly name?: string }[];
  readonly trial?: { readonly passes: boolean };
}

describe("annona council", () => {
  let office: TestOffice;

  before(async () => {
    office = await openOffice();
    await seatCouncil(office.suite, office.people);
  });
  after(() => office?.stop());

  test("a member proposes to admit an organisation, another approves, anybody carries it out", async () => {
    const { people } = office;
    const made = await office.data<Shown>(
      ...["council", "propose", "admit", "--name", "Date Palm Trust", "--kind", "partner"],
      ...["--administrator", people.administrator.address, "--why", "They feed the east."],
    );
    assert.deepEqual([made.state, made.approvedBy], ["Open", [people.council.address]]);
    assert.deepEqual(
      [made.acts[0]?.kind, made.acts[0]?.name, made.trial?.passes],
      ["admit", "Date Palm Trust", true],
    );

    const id = String(made.id);
    const early = await office.cli("council", "execute", id);
    assert.equal(early.code, 1);
    assert.match(early.stderr, /Council_WrongState/);
    const approved = await office.data<Shown>("council", "approve", id, "--as", "council-2");
    assert.equal(approved.state, "Ready");
    const done = await office.data<Shown>("council", "execute", id, "--as", "donor");
    assert.equal(done.state, "Executed");
    assert.equal((await office.suite.consortium.organisationOf(2)).name, "Date Palm Trust");

    const { stdout } = await office.cli("council", "list");
    assert.match(stdout, /2 of 3 members decide/);
    assert.match(stdout, new RegExp(`Proposal ${id}: admit; executed`));
  });

  test("a number that is no proposal is refused with its own number", async () => {
    const { code, stderr } = await office.cli("council", "show", "99");
    assert.equal(code, 1);
    assert.match(stderr, /^COUNCIL-102: The council has no proposal 99\./);
  });
});
