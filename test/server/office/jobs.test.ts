// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { terminalKey } from "#scripts/seed/people.ts";
import type { Job, NewJob, OfficeClient } from "#sdk/office/index.ts";
import { databaseKinds } from "#test/server/support/databases.ts";
import { openAgency } from "./support/agency.ts";
import { OfficeUnderTest, refused } from "./support/desk.ts";

const PATIENCE = 60_000;

async function ended(client: OfficeClient, id: string): Promise<Job> {
  for (const givesUpAt = Date.now() + PATIENCE; Date.now() < givesUpAt; ) {
    const job = await client.readJob(id);
    if (job.state === "done" || job.state === "failed") return job;
    await pause(100);
  }
  throw new Error("the job does not end");
}

describe("the relayer at the office's desk", () => {
  let office: OfficeUnderTest;

  before(async () => {
    const [kind] = databaseKinds;
    assert.ok(kind);
    const agency = await openAgency(300);
    office = new OfficeUnderTest(agency, await kind.create());
    await office.start(0, { relayerKey: agency.people.relayer.privateKey, pollInterval: 20 });
  });

  after(async () => {
    await office?.server?.stop();
    await office?.agency.stop();
    await office?.database.remove();
  });

  it("loads the list that the preparer stored", async () => {
    const { agency, desk, programme } = office;
    const { cycle, amount, chunks } = agency;
    const { facts, listText: list, sheetText: sheet } = await office.commit(cycle, amount, {});
    await desk.preparer.createList({ facts, list, sheet });
    await agency.approve();
    const { id } = await desk.preparer.createJob({ kind: "load", programme, cycle });
    const job = await ended(desk.approver, id);
    assert.deepEqual([job.state, job.done, job.total, job.error], ["done", chunks, chunks, null]);
    const status = await desk.finance.status();
    assert.equal(status.relayer?.address, agency.people.relayer.address);
    assert.equal(status.relayer?.isLow, false);
  });

  it("opens the accounts of a request, and its draft is ready then", async () => {
    const { agency, desk } = office;
    const draft = await office.newDraft();
    const commitments = await agency.announce(5);
    const request = await desk.preparer.createRequest({ draft: draft.id, commitments });
    await desk.custodian.changeRequest(request.id, 1, { state: "announced", openingId: 2 });
    const { id } = await desk.custodian.createJob({ kind: "open", request: request.id });
    assert.equal((await ended(desk.custodian, id)).state, "done");
    assert.equal((await desk.custodian.readRequest(request.id)).state, "done");
    assert.equal((await desk.preparer.readDraft(draft.id)).state, "ready");
  });

  it("takes receipts from the terminal that signed them, and nothing else from a terminal", async () => {
    const { agency, programme } = office;
    const browser = office.server.browser();
    await browser.signInTerminal(terminalKey(1));
    const receiptsOf = (terminal: string): NewJob => ({
      kind: "receipts",
      programme,
      batches: [
        {
          batch: { terminal, cycle: agency.cycle, firstNumber: 1, items: `0x${"00".repeat(16)}` },
          signature: `0x${"00".repeat(65)}`,
          extracts: [],
        },
      ],
    });
    const { terminal } = browser;
    await assert.rejects(terminal.createJob(receiptsOf(terminalKey(2).address)), refused("OFFICE-202"));
    await assert.rejects(
      terminal.createJob({
        ...receiptsOf(terminalKey(1).address),
        programme: `0x${"11".repeat(20)}`,
      } as NewJob),
      refused("OFFICE-202"),
    );
    // Through the desk, and refused by the relayer itself.
    await assert.rejects(terminal.createJob(receiptsOf(terminalKey(1).address)), refused("OFFICE-609"));
    const [others] = await office.desk.preparer.listJobs();
    assert.ok(others);
    await assert.rejects(terminal.readJob(others.id), refused("OFFICE-202"));
    await assert.rejects(terminal.pauseJob(others.id), refused("OFFICE-202"));
  });
});
