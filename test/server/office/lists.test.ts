// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { it } from "node:test";
import { id as keccakOfText } from "ethers";
import { type Amount, amountOf } from "#sdk/money/index.ts";
import { encodeDraftRows } from "#sdk/office/draftRows.ts";
import { commitment, onEachDatabase, refused, TRAITS } from "./support/desk.ts";

onEachDatabase("lists in the making", (office) => {
  it("keeps drafts, counts their rows, and refuses who has not seen the last change", async () => {
    const draft = await office().newDraft();
    assert.equal(draft.programme, office().programme);
    assert.deepEqual(
      [draft.state, draft.version, draft.total, draft.hasRows, draft.createdBy],
      ["draft", 1, 0n, false, office().agency.people.preparer.address],
    );
    const rows = encodeDraftRows([
      { commitment: commitment(1), amount: amountOf(5_000n), ...TRAITS },
      { commitment: commitment(2), amount: amountOf(7_500n) as Amount },
    ]);
    const counted = await office().desk.preparer.writeDraftRows(draft.id, 1, rows);
    assert.deepEqual([counted.households, counted.total, counted.version], [2, 12_500n, 2]);
    assert.equal(await office().desk.approver.readDraftRows(draft.id), rows);

    await assert.rejects(
      office().desk.preparer.changeDraft(draft.id, 1, { title: "June" }),
      refused("OFFICE-301"),
    );
    await assert.rejects(office().desk.preparer.writeDraftRows(draft.id, 1, rows), refused("OFFICE-301"));
    await assert.rejects(office().desk.preparer.discardDraft(draft.id, 1), refused("OFFICE-301"));
    const changed = await office().desk.preparer.changeDraft(draft.id, 2, { title: " June ", plan: [1] });
    assert.deepEqual([changed.title, changed.plan, changed.version], ["June", [1], 3]);

    const sealed = crypto.getRandomValues(new Uint8Array(2_000));
    await office().desk.preparer.writeDraftSealed(draft.id, 3, sealed);
    assert.deepEqual(await office().desk.custodian.readDraftSealed(draft.id), sealed);
    const read = await office().desk.finance.readDraft(draft.id);
    assert.deepEqual([read.hasRows, read.hasSealed, read.version], [true, true, 4]);
    assert.ok((await office().desk.finance.listDrafts(office().programme)).some(({ id }) => id === draft.id));
    assert.deepEqual(await office().desk.finance.listDrafts(`0x${"11".repeat(20)}`), []);
  });

  it("lets one of two equal changes through, whoever is faster", async () => {
    const draft = await office().newDraft();
    const both = await Promise.allSettled(
      ["A", "B"].map((title) => office().desk.preparer.changeDraft(draft.id, 1, { title })),
    );
    assert.deepEqual(both.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
    assert.equal((await office().desk.preparer.readDraft(draft.id)).version, 2);
  });

  it("says which line of the rows is wrong, and not what it holds", async () => {
    const draft = await office().newDraft();
    const head = "commitment,amount,area,household_size,group\n";
    const good = `${commitment(1)},500,,,\n`;
    const cases: readonly (readonly [string, RegExp])[] = [
      [`${head}${good}4711-Maryam,500,,,\n`, /Line 3 of the rows has no commitment/],
      [`${head}${commitment(1)},5.5,,,\n`, /Line 2 .* amount/],
      [`${head}${good}${good}`, /Line 3 .* second time/],
      [`name,${head}${good}`, /Line 1 of the rows is not commitment,amount/],
      [`${head}${commitment(1)},0,,,\n`, /Line 2 .* amount/],
      [`${head}${commitment(1)},500,,,,Maryam\n`, /Line 2 .* five cells/],
    ];
    for (const [csv, about] of cases) {
      const writing = office().desk.preparer.writeDraftRows(draft.id, 1, csv);
      await assert.rejects(writing, refused("OFFICE-307", about));
      await assert.rejects(writing, (error: Error) => !/Maryam|4711/.test(error.message));
    }
    assert.equal(await office().desk.preparer.readDraftRows(draft.id), null);
  });

  it("brings a discarded draft back as it was, and leaves a prepared one alone", async () => {
    const draft = await office().newDraft();
    await office().desk.preparer.changeDraft(draft.id, 1, { state: "ready" });
    const gone = await office().desk.preparer.discardDraft(draft.id, 2);
    assert.equal(gone.state, "discarded");
    await assert.rejects(
      office().desk.preparer.changeDraft(draft.id, 3, { title: "x" }),
      refused("OFFICE-302"),
    );
    const back = await office().desk.preparer.restoreDraft(draft.id, 3);
    assert.deepEqual([back.state, back.version], ["ready", 4]);
    await assert.rejects(office().desk.preparer.restoreDraft(draft.id, 4), refused("OFFICE-303"));
    const prepared = await office().desk.preparer.changeDraft(draft.id, 4, { state: "prepared", cycle: 7 });
    assert.deepEqual([prepared.state, prepared.cycle], ["prepared", 7]);
    await assert.rejects(office().desk.preparer.discardDraft(draft.id, 5), refused("OFFICE-302", /prepared/));
    await assert.rejects(
      office().desk.preparer.changeDraft(draft.id, 5, { state: "prepared" } as never),
      refused("OFFICE-204"),
    );
  });

  it("carries a request from the preparer to the custodian and back", async () => {
    const draft = await office().newDraft("Arrivals");
    const commitments = [commitment(9), commitment(3), commitment(5)];
    const request = await office().desk.preparer.createRequest({ draft: draft.id, commitments });
    assert.deepEqual([request.title, request.count, request.state], ["Arrivals", 3, "open"]);
    const waiting = await office().desk.preparer.readDraft(draft.id);
    assert.deepEqual([waiting.state, waiting.requestId], ["waiting", request.id]);
    assert.deepEqual(await office().desk.custodian.readRequestCommitments(request.id), commitments);

    const { custodian } = office().desk;
    await assert.rejects(
      custodian.changeRequest(request.id, 1, { state: "announced" }),
      refused("OFFICE-309"),
    );
    const announced = await custodian.changeRequest(request.id, 1, { state: "announced", openingId: 4 });
    assert.equal(announced.openingId, 4);
    await assert.rejects(custodian.changeRequest(request.id, 1, { state: "done" }), refused("OFFICE-301"));
    await custodian.changeRequest(request.id, 2, { state: "done" });
    assert.equal((await office().desk.preparer.readDraft(draft.id)).state, "ready");
    await assert.rejects(custodian.changeRequest(request.id, 3, { state: "open" }), refused("OFFICE-304"));
    assert.ok((await custodian.listRequests("done")).some(({ id }) => id === request.id));
  });

  it("replaces an open request by a newer one, and gives a declined draft back to its preparer", async () => {
    const draft = await office().newDraft();
    const first = await office().desk.preparer.createRequest({
      draft: draft.id,
      commitments: [commitment(1)],
    });
    const second = await office().desk.preparer.createRequest({
      draft: draft.id,
      commitments: [commitment(2)],
    });
    assert.equal((await office().desk.preparer.readRequest(first.id)).state, "declined");
    await office().desk.custodian.changeRequest(second.id, 1, { state: "declined" });
    assert.equal((await office().desk.preparer.readDraft(draft.id)).state, "draft");
    const again = await office().desk.custodian.changeRequest(second.id, 2, { state: "open" });
    assert.equal(again.state, "open");
    assert.equal((await office().desk.preparer.readDraft(draft.id)).state, "waiting");
    await assert.rejects(
      office().desk.preparer.createRequest({ draft: draft.id, commitments: [commitment(1), commitment(1)] }),
      refused("OFFICE-204"),
    );
  });

  it("lets a custodian begin without a draft, and nobody else", async () => {
    const own = {
      draft: null,
      programme: office().programme,
      title: "Twelve at the gate",
      commitments: [commitment(20)],
    };
    const request = await office().desk.custodian.createRequest(own);
    assert.deepEqual(
      [request.draft, request.programme, request.title],
      [null, office().programme, own.title],
    );
    await assert.rejects(office().desk.preparer.createRequest(own), refused("OFFICE-201", /Custodian/));
    const draft = await office().newDraft();
    await assert.rejects(
      office().desk.custodian.createRequest({ draft: draft.id, commitments: [commitment(1)] }),
      refused("OFFICE-201", /Preparer/),
    );
    await assert.rejects(
      office().desk.custodian.createRequest({ ...own, programme: `0x${"22".repeat(20)}` }),
      refused("OFFICE-210"),
    );
  });

  it("keeps a committed list only when it is what its facts say", async () => {
    const { facts, listText: list, sheetText: sheet } = await office().commit(2, 5_000n);
    const other = await office().commit(2, 6_000n);
    const { preparer, approver } = office().desk;
    const bad: readonly (readonly [object, RegExp])[] = [
      [{ facts: { ...facts, total: facts.total + 1n } }, /total/],
      [{ facts: { ...facts, root: other.facts.root } }, /\broot\b/],
      [{ facts: { ...facts, households: 1 } }, /households/],
      [{ facts: { ...facts, chainId: 1 } }, /chainId/],
      [{ facts: { ...facts, controlSheet: keccakOfText("x") } }, /controlSheet/],
      [{ list: list.replace("North", "South") }, /control sheet/],
      [{ list: `${list}x` }, /list/],
      [
        { facts: { ...facts, controlSheet: other.facts.controlSheet }, sheet: other.sheetText },
        /control sheet/,
      ],
    ];
    for (const [change, about] of bad) {
      await assert.rejects(
        preparer.createList({ facts, list, sheet, ...change }),
        refused("OFFICE-305", about),
      );
    }
    assert.equal(await approver.readList(office().programme, 2), null);

    const stored = await preparer.createList({ facts, list, sheet });
    assert.deepEqual(stored.facts, facts);
    assert.deepEqual(await preparer.createList({ facts, list, sheet }), stored);
    assert.equal(await approver.readListText(office().programme.toLowerCase(), 2), list);
    assert.equal(await approver.readSheetText(office().programme, 2), sheet);
    assert.deepEqual((await approver.readList(office().programme, 2))?.facts, facts);

    await preparer.createList({ facts: other.facts, list: other.listText, sheet: other.sheetText });
    assert.deepEqual((await approver.readList(office().programme, 2))?.facts, other.facts);
  });

  it("keeps no other list for a cycle than the one that the ledger has", async () => {
    const other = await office().commit(office().agency.cycle, 6_000n);
    await assert.rejects(
      office().desk.preparer.createList({ facts: other.facts, list: other.listText, sheet: other.sheetText }),
      refused("OFFICE-306"),
    );
    const { cycle, amount } = office().agency;
    const same = await office().commit(cycle, amount, {});
    await office().desk.preparer.createList({
      facts: same.facts,
      list: same.listText,
      sheet: same.sheetText,
    });
    assert.equal(
      await office().desk.approver.readListText(office().programme, office().agency.cycle),
      office().agency.listText,
    );
  });
});
