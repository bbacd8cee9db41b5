// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { id } from "ethers";
import { propose } from "#scripts/cli/acts.ts";
import { signAndSend } from "#scripts/cli/send.ts";
import { createFund } from "#scripts/seed/donorFund.ts";
import { actTogether, createProgramme, deployDollar, mintDollars } from "#scripts/seed/programme.ts";
import { acts, approveCall, type ProgrammeHandle, readBalances } from "#sdk/agency/index.ts";
import { openOffice, type TestOffice } from "./support/office.ts";

interface Listed {
  readonly funds: readonly {
    readonly name: string;
    readonly contributed: string;
    readonly allocated: string;
    readonly balance: string;
    readonly pots: readonly { readonly for: string | null; readonly balance: string }[];
  }[];
}

const DOLLAR = 1_000_000n;

describe("annona fund, for donor funds", () => {
  let office: TestOffice;
  let programme: ProgrammeHandle;
  let fund: string;

  before(async () => {
    office = await openOffice();
    const { suite, people, organisation } = office;
    const asset = await deployDollar(people);
    programme = await createProgramme(suite, people, {
      organisation,
      name: "Cash for seeds",
      asset,
      currency: "USD",
      step: 10_000n,
      modality: "cash",
      purpose: "72040",
      bands: [{ upTo: 10_000n * DOLLAR, approvers: 1, needsRelease: false }],
    });
    await mintDollars(people, asset, 10_000n * DOLLAR);
    fund = await createFund(office, asset, "Northern fund");
    const source = acts.recordSource(fund, id("grant agreement"));
    await actTogether(people.finance, people.approver, programme.address, source);
  });
  after(() => office?.stop());

  test("a donor gives for one programme, two officers allocate, and the books say so", async () => {
    const given = await office.data<{ readonly for: string }>(
      ...["fund", "contribute", "5000.25", "--for", programme.name, "--reference", "CLI-1"],
    );
    assert.equal(given.for, programme.address);
    const made = await office.data<{ readonly actId: string }>(
      "fund",
      "allocate",
      "4321.07",
      "--to",
      programme.name,
    );
    await office.data("acts", "approve", made.actId, "--contract", fund);
    assert.equal((await readBalances(programme)).free, 4_321_070_000n);

    const { funds } = await office.data<Listed>("fund", "list");
    const [listed] = funds;
    assert.deepEqual([listed?.name, listed?.contributed, listed?.allocated, listed?.balance].map(String), [
      "Northern fund",
      "5000250000",
      "4321070000",
      "679180000",
    ]);
    const pot = listed?.pots.find((one) => one.for === programme.address);
    assert.equal(String(pot?.balance), "679180000");
  });

  test("the earmark of a closed programme is released by two officers, after 14 days", async () => {
    const { chain, folder, people } = office;
    await writeFile(join(folder, "consent.pdf"), "the donors' consent");
    const release = (name: string) => ["fund", "release", name, "--document", "consent.pdf"];
    const early = await office.cli(...release(programme.name));
    assert.equal(early.code, 1);
    assert.match(early.stderr, /^CLI-313: .*"Cash for seeds"\.\n.*there is none/);

    // The programme is closed for good; what it has not spent goes back to the fund that gave it.
    const closing = acts.closeProgramme(fund);
    const actId = await propose(people.finance, programme.address, closing);
    const letDaysPass = async (days: number) => {
      await chain.rpc("evm_increaseTime", days * 86_400);
      await chain.rpc("evm_mine");
    };
    await letDaysPass(2);
    await signAndSend(people.approver, approveCall({ contract: programme.address, actId, act: closing }));

    const made = await office.data<{ readonly actId: string }>(...release(programme.name.toLowerCase()));
    const soon = await office.cli("acts", "approve", made.actId, "--contract", fund);
    assert.equal(soon.code, 1);
    await letDaysPass(14);
    await office.data("acts", "approve", made.actId, "--contract", fund);
    const { funds } = await office.data<Listed>("fund", "list");
    const free = funds[0]?.pots.find((pot) => pot.for === null);
    const kept = funds[0]?.pots.find((pot) => pot.for === programme.address);
    // What was never allocated and what came back: the whole gift of 5,000.25.
    assert.deepEqual([kept?.balance, free?.balance].map(String), ["0", "5000250000"]);
  });

  test("a recipient that the fund cannot pay is named, with those that it can", async () => {
    const { code, stderr } = await office.cli("fund", "allocate", "1", "--to", "Nobody's programme");
    assert.equal(code, 1);
    assert.match(stderr, /^CLI-310: .*Nobody's programme/);
    assert.match(stderr, new RegExp(programme.name));
  });
});
