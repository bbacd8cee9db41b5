// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { it } from "node:test";
import { id as keccakOfText } from "ethers";
import { terminalKey } from "#scripts/seed/people.ts";
import type { OfficeClient, OfficeError } from "#sdk/office/index.ts";
import { bytes, commitment, onEachDatabase, ROLES, type RoleName, refused } from "./support/desk.ts";

type Act = (client: OfficeClient) => Promise<unknown>;
type Right = readonly [act: Act, allowed: readonly RoleName[]];

/** A version that nothing has: whoever is let through learns that, and nothing changes. */
const NONE_HAS = 99;

onEachDatabase("rights in the office", (office) => {
  const writing = async (): Promise<readonly Right[]> => {
    const { programme, desk, agency } = office();
    const { id } = await office().newDraft();
    const request = await desk.preparer.createRequest({ draft: id, commitments: [commitment(1)] });
    const { facts, listText: list, sheetText: sheet } = await office().commit(3, 5_000n);
    const account = agency.accounts[9] ?? 0;
    const missing = crypto.randomUUID();
    const nothing = { cycle: null, shop: null, terminal: null, number: null, account: null };
    const exception = { ...nothing, programme, kind: "Complaint", reason: "fee", note: "" };
    return [
      [(by) => by.createDraft({ programme, title: "x" }), ["preparer"]],
      [(by) => by.changeDraft(id, NONE_HAS, { title: "x" }), ["preparer"]],
      [(by) => by.discardDraft(id, NONE_HAS), ["preparer"]],
      [(by) => by.restoreDraft(id, NONE_HAS), ["preparer"]],
      [(by) => by.writeDraftRows(id, NONE_HAS, ""), ["preparer"]],
      [(by) => by.writeDraftSealed(id, NONE_HAS, bytes("x")), ["preparer"]],
      [(by) => by.createRequest({ draft: id, commitments: [] }), ["preparer", "custodian"]],
      [(by) => by.changeRequest(request.id, NONE_HAS, { state: "done" }), ["custodian"]],
      [(by) => by.createList({ facts, list, sheet }), ["preparer"]],
      [(by) => by.writeHouseholdPage(5, NONE_HAS, bytes("x")), ["preparer", "custodian"]],
      [(by) => by.writeEnvelope(NONE_HAS, {}), ["administrator", "custodian"]],
      [
        (by) => by.writeMapping("x", NONE_HAS, { header: "x", options: {} }),
        ["preparer", "finance", "custodian"],
      ],
      [(by) => by.deleteMapping("x", NONE_HAS), ["preparer", "finance", "custodian"]],
      [(by) => by.createException(exception), ["preparer", "approver", "finance", "custodian"]],
      [
        (by) => by.changeException(missing, NONE_HAS, { note: "" }),
        ["preparer", "approver", "finance", "custodian"],
      ],
      [(by) => by.createCards([{ account, serial: "1234", pin: "1234" } as never]), ["custodian"]],
      [(by) => by.blockCard(account), ["custodian"]],
      [
        (by) => by.putDocument(keccakOfText("x"), bytes("y")),
        ["preparer", "approver", "finance", "custodian"],
      ],
      [(by) => by.createJob({ kind: "load", programme, cycle: 1 }), ["preparer", "custodian"]],
      [(by) => by.createJob({ kind: "open", request: missing }), ["preparer", "custodian"]],
      [(by) => by.readBackup(), ["administrator"]],
    ];
  };

  const codeOf = (asked: Promise<unknown>): Promise<string> =>
    asked.then(
      () => "done",
      ({ code }: OfficeError) => code,
    );

  const requireRight = async ([act, allowed]: Right, role: RoleName): Promise<void> => {
    const outcome = await codeOf(act(office().desk[role]));
    const refusal = role === "guardian" ? "OFFICE-101" : "OFFICE-201";
    assert.equal(outcome === refusal, !allowed.includes(role), `${act} as ${role}: ${outcome}`);
  };

  it("are each refused to the roles that do not have them", async () => {
    for (const right of await writing()) {
      for (const role of ROLES) await requireRight(right, role);
    }
  });

  it("let every officer read", async () => {
    const { programme } = office();
    const { id } = await office().newDraft();
    const reads: readonly Act[] = [
      (by) => by.listDrafts(),
      (by) => by.readDraft(id),
      (by) => by.listRequests(),
      (by) => by.readList(programme, 3),
      (by) => by.listHouseholdPages(),
      (by) => by.listMappings(),
      (by) => by.listExceptions(),
      (by) => by.listCards(1),
      (by) => by.listJobs(),
    ];
    for (const act of reads) {
      for (const role of ROLES) {
        assert.equal(await codeOf(act(office().desk[role])), role === "guardian" ? "OFFICE-101" : "done");
      }
    }
  });

  it("lets a terminal check cards and do nothing else", async () => {
    const browser = office().server.browser();
    await browser.signInTerminal(terminalKey(1));
    const { terminal } = browser;
    const account = office().agency.accounts[4] ?? 0;
    await office().desk.custodian.createCards([{ account, serial: "5555", pin: "4321" } as never]);
    assert.equal(
      (await terminal.verifyCard({ account, serial: "5555", pin: "4321" } as never)).serial,
      "5555",
    );
    const forbidden: readonly (() => Promise<unknown>)[] = [
      () => terminal.readCard(account),
      () => terminal.listCards(1),
      () => terminal.listDrafts(),
      () => terminal.readList(office().programme, 1),
      () => terminal.readHouseholdPage(0),
      () => terminal.readEnvelope(),
      () => terminal.listRequests(),
      () => terminal.listMappings(),
      () => terminal.listExceptions(),
      () => terminal.readDocument(keccakOfText("x")),
      () => terminal.listJobs(),
      () => terminal.createJob({ kind: "load", programme: office().programme, cycle: 1 }),
      () => terminal.createCards([{ account, serial: "6666", pin: "1111" } as never]),
    ];
    for (const act of forbidden) await assert.rejects(act(), refused("OFFICE-202"), String(act));
  });

  it("has everything after a restart, and nobody signed in is lost", async () => {
    const draft = await office().newDraft("Kept");
    const browser = office().server.browser();
    await browser.signIn(office().agency.people.approver);
    await office().start(Number(new URL(office().server.url).port));
    assert.equal((await browser.client.readDraft(draft.id)).title, "Kept");
    assert.deepEqual((await browser.client.me()).roles, ["Approver"]);
  });
});
