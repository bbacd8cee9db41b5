// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { keccak256, id as keccakOfText, toUtf8Bytes } from "ethers";
import { terminalKey } from "#scripts/seed/people.ts";
import { commitEntries, type NewCommitment, registryState } from "#sdk/agency/index.ts";
import { type Amount, amountOf } from "#sdk/money/index.ts";
import { encodeDraftRows } from "#sdk/office/draftRows.ts";
import { type Draft, type NewException, type OfficeClient, OfficeError } from "#sdk/office/index.ts";
import { databaseKinds, type TestDatabase } from "#test/server/support/databases.ts";
import { openAgency, type TestAgency } from "./support/agency.ts";
import { startServer, type TestServer } from "./support/server.ts";

const refused =
  (code: string, about = /./) =>
  (error: unknown) => {
    assert.ok(error instanceof OfficeError, String(error));
    assert.equal(error.code, code);
    assert.match(error.message, about);
    return true;
  };

const ROLES = ["preparer", "approver", "finance", "custodian", "administrator", "guardian"] as const;
type Desk = Record<(typeof ROLES)[number], OfficeClient>;

const NAMELESS = { area: "North", householdSize: 5, group: "displaced" };
const commitment = (n: number) => keccakOfText(`household ${n}`) as `0x${string}`;
const bytes = (text: string) => new Uint8Array(toUtf8Bytes(text));

describe("what an office keeps", () => {
  let agency: TestAgency;

  before(async () => {
    agency = await openAgency(300);
  });

  after(async () => {
    await agency?.stop();
  });

  for (const kind of databaseKinds) {
    describe(`in ${kind.name}`, { skip: kind.skip ?? false }, () => {
      let database: TestDatabase;
      let server: TestServer;
      let desk: Desk;
      let programme: string;

      const restart = async (): Promise<void> => {
        await server?.stop();
        server = await startServer(agency, database.address);
        const clients = ROLES.map(async (name) => {
          const browser = server.browser();
          // The guardian is no officer until the council says so; the administrator is.
          if (name !== "guardian") await browser.signIn(agency.people[name]);
          return [name, browser.client] as const;
        });
        desk = Object.fromEntries(await Promise.all(clients)) as Desk;
      };

      before(async () => {
        database = await kind.create();
        programme = agency.programme.address;
        await restart();
      });

      after(async () => {
        await server?.stop();
        await database?.remove();
      });

      const newDraft = (title = "May, north"): Promise<Draft> =>
        desk.preparer.createDraft({
          programme: programme.toLowerCase(),
          title,
          plan: { opens: "2026-05-01" },
        });

      const entriesOf = (amount: bigint) =>
        agency.accounts.map((account) => ({ account, amount: amountOf(amount), ...NAMELESS }));

      const commit = async (cycle: number, amount: bigint): Promise<NewCommitment> =>
        await commitEntries(agency.suite, {
          programme: agency.programme,
          cycle,
          entries: entriesOf(amount),
          registry: await registryState(agency.suite.accounts),
        });

      it("keeps drafts, counts their rows, and refuses who has not seen the last change", async () => {
        const draft = await newDraft();
        assert.equal(draft.programme, programme);
        assert.deepEqual(
          [draft.state, draft.version, draft.total, draft.hasRows, draft.createdBy],
          ["draft", 1, 0n, false, agency.people.preparer.address],
        );
        const rows = encodeDraftRows([
          { commitment: commitment(1), amount: amountOf(5_000n), ...NAMELESS },
          { commitment: commitment(2), amount: amountOf(7_500n) as Amount },
        ]);
        const counted = await desk.preparer.writeDraftRows(draft.id, 1, rows);
        assert.deepEqual([counted.households, counted.total, counted.version], [2, 12_500n, 2]);
        assert.equal(await desk.approver.readDraftRows(draft.id), rows);

        await assert.rejects(
          desk.preparer.changeDraft(draft.id, 1, { title: "June" }),
          refused("OFFICE-301"),
        );
        await assert.rejects(desk.preparer.writeDraftRows(draft.id, 1, rows), refused("OFFICE-301"));
        await assert.rejects(desk.preparer.discardDraft(draft.id, 1), refused("OFFICE-301"));
        const changed = await desk.preparer.changeDraft(draft.id, 2, { title: " June ", plan: [1] });
        assert.deepEqual([changed.title, changed.plan, changed.version], ["June", [1], 3]);

        const sealed = crypto.getRandomValues(new Uint8Array(2_000));
        await desk.preparer.writeDraftSealed(draft.id, 3, sealed);
        assert.deepEqual(await desk.custodian.readDraftSealed(draft.id), sealed);
        const read = await desk.finance.readDraft(draft.id);
        assert.deepEqual([read.hasRows, read.hasSealed, read.version], [true, true, 4]);
        assert.ok((await desk.finance.listDrafts(programme)).some(({ id }) => id === draft.id));
        assert.deepEqual(await desk.finance.listDrafts(`0x${"11".repeat(20)}`), []);
      });

      it("lets one of two equal changes through, whoever is faster", async () => {
        const draft = await newDraft();
        const both = await Promise.allSettled(
          ["A", "B"].map((title) => desk.preparer.changeDraft(draft.id, 1, { title })),
        );
        assert.deepEqual(both.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
        assert.equal((await desk.preparer.readDraft(draft.id)).version, 2);
      });

      it("says which line of the rows is wrong, and not what it holds", async () => {
        const draft = await newDraft();
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
          const writing = desk.preparer.writeDraftRows(draft.id, 1, csv);
          await assert.rejects(writing, refused("OFFICE-307", about));
          await assert.rejects(writing, (error: Error) => !/Maryam|4711/.test(error.message));
        }
        assert.equal(await desk.preparer.readDraftRows(draft.id), null);
      });

      it("brings a discarded draft back as it was, and leaves a prepared one alone", async () => {
        const draft = await newDraft();
        await desk.preparer.changeDraft(draft.id, 1, { state: "ready" });
        const gone = await desk.preparer.discardDraft(draft.id, 2);
        assert.equal(gone.state, "discarded");
        await assert.rejects(desk.preparer.changeDraft(draft.id, 3, { title: "x" }), refused("OFFICE-302"));
        const back = await desk.preparer.restoreDraft(draft.id, 3);
        assert.deepEqual([back.state, back.version], ["ready", 4]);
        await assert.rejects(desk.preparer.restoreDraft(draft.id, 4), refused("OFFICE-303"));
        const prepared = await desk.preparer.changeDraft(draft.id, 4, { state: "prepared", cycle: 7 });
        assert.deepEqual([prepared.state, prepared.cycle], ["prepared", 7]);
        await assert.rejects(desk.preparer.discardDraft(draft.id, 5), refused("OFFICE-302", /prepared/));
        await assert.rejects(
          desk.preparer.changeDraft(draft.id, 5, { state: "prepared" } as never),
          refused("OFFICE-204"),
        );
      });

      it("carries a request from the preparer to the custodian and back", async () => {
        const draft = await newDraft("Arrivals");
        const commitments = [commitment(9), commitment(3), commitment(5)];
        const request = await desk.preparer.createRequest({ draft: draft.id, commitments });
        assert.deepEqual([request.title, request.count, request.state], ["Arrivals", 3, "open"]);
        const waiting = await desk.preparer.readDraft(draft.id);
        assert.deepEqual([waiting.state, waiting.requestId], ["waiting", request.id]);
        assert.deepEqual(await desk.custodian.readRequestCommitments(request.id), commitments);

        const { custodian } = desk;
        await assert.rejects(
          custodian.changeRequest(request.id, 1, { state: "announced" }),
          refused("OFFICE-309"),
        );
        const announced = await custodian.changeRequest(request.id, 1, { state: "announced", openingId: 4 });
        assert.equal(announced.openingId, 4);
        await assert.rejects(
          custodian.changeRequest(request.id, 1, { state: "done" }),
          refused("OFFICE-301"),
        );
        await custodian.changeRequest(request.id, 2, { state: "done" });
        assert.equal((await desk.preparer.readDraft(draft.id)).state, "ready");
        await assert.rejects(
          custodian.changeRequest(request.id, 3, { state: "open" }),
          refused("OFFICE-304"),
        );
        assert.ok((await custodian.listRequests("done")).some(({ id }) => id === request.id));
      });

      it("replaces an open request by a newer one, and gives a declined draft back to its preparer", async () => {
        const draft = await newDraft();
        const first = await desk.preparer.createRequest({ draft: draft.id, commitments: [commitment(1)] });
        const second = await desk.preparer.createRequest({ draft: draft.id, commitments: [commitment(2)] });
        assert.equal((await desk.preparer.readRequest(first.id)).state, "declined");
        await desk.custodian.changeRequest(second.id, 1, { state: "declined" });
        assert.equal((await desk.preparer.readDraft(draft.id)).state, "draft");
        const again = await desk.custodian.changeRequest(second.id, 2, { state: "open" });
        assert.equal(again.state, "open");
        assert.equal((await desk.preparer.readDraft(draft.id)).state, "waiting");
        await assert.rejects(
          desk.preparer.createRequest({ draft: draft.id, commitments: [commitment(1), commitment(1)] }),
          refused("OFFICE-204"),
        );
      });

      it("lets a custodian begin without a draft, and nobody else", async () => {
        const own = { draft: null, programme, title: "Twelve at the gate", commitments: [commitment(20)] };
        const request = await desk.custodian.createRequest(own);
        assert.deepEqual([request.draft, request.programme, request.title], [null, programme, own.title]);
        await assert.rejects(desk.preparer.createRequest(own), refused("OFFICE-201", /Custodian/));
        const draft = await newDraft();
        await assert.rejects(
          desk.custodian.createRequest({ draft: draft.id, commitments: [commitment(1)] }),
          refused("OFFICE-201", /Preparer/),
        );
        await assert.rejects(
          desk.custodian.createRequest({ ...own, programme: `0x${"22".repeat(20)}` }),
          refused("OFFICE-210"),
        );
      });

      it("keeps a committed list only when it is what its facts say", async () => {
        const { facts, listText: list, sheetText: sheet } = await commit(2, 5_000n);
        const other = await commit(2, 6_000n);
        const { preparer, approver } = desk;
        const bad: readonly (readonly [object, RegExp])[] = [
          [{ facts: { ...facts, total: facts.total + 1n } }, /total/],
          [{ facts: { ...facts, root: other.facts.root } }, /root/],
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
        assert.equal(await approver.readList(programme, 2), null);

        const stored = await preparer.createList({ facts, list, sheet });
        assert.deepEqual(stored.facts, facts);
        assert.deepEqual(await preparer.createList({ facts, list, sheet }), stored);
        assert.equal(await approver.readListText(programme.toLowerCase(), 2), list);
        assert.equal(await approver.readSheetText(programme, 2), sheet);
        assert.deepEqual((await approver.readList(programme, 2))?.facts, facts);

        await preparer.createList({ facts: other.facts, list: other.listText, sheet: other.sheetText });
        assert.deepEqual((await approver.readList(programme, 2))?.facts, other.facts);
      });

      it("keeps no other list for a cycle than the one that the ledger has", async () => {
        const other = await commit(agency.cycle, 6_000n);
        await assert.rejects(
          desk.preparer.createList({ facts: other.facts, list: other.listText, sheet: other.sheetText }),
          refused("OFFICE-306"),
        );
        const same = await commitEntries(agency.suite, {
          programme: agency.programme,
          cycle: agency.cycle,
          entries: agency.accounts.map((account) => ({ account, amount: amountOf(agency.amount) })),
          registry: await registryState(agency.suite.accounts),
        });
        await desk.preparer.createList({ facts: same.facts, list: same.listText, sheet: same.sheetText });
        assert.equal(await desk.approver.readListText(programme, agency.cycle), agency.listText);
      });

      it("keeps the sealed household map by pages, each with its version", async () => {
        const { custodian, finance } = desk;
        assert.equal(await finance.readHouseholdPage(1), null);
        const sealed = crypto.getRandomValues(new Uint8Array(5_000));
        assert.equal(await custodian.writeHouseholdPage(1, 0, sealed), 1);
        await assert.rejects(custodian.writeHouseholdPage(1, 0, sealed), refused("OFFICE-301"));
        assert.deepEqual(await finance.readHouseholdPage(1), { value: sealed, version: 1 });
        assert.equal(await custodian.writeHouseholdPage(1, 1, bytes("newer")), 2);
        await assert.rejects(custodian.writeHouseholdPage(1, 1, bytes("stale")), refused("OFFICE-301"));
        await assert.rejects(custodian.writeHouseholdPage(7, 3, bytes("none there")), refused("OFFICE-301"));
        await custodian.writeHouseholdPage(0, 0, bytes("first"));
        assert.deepEqual(await finance.listHouseholdPages(), [
          { page: 0, version: 1 },
          { page: 1, version: 2 },
        ]);
        await assert.rejects(custodian.writeHouseholdPage(2 ** 24, 0, sealed), refused("OFFICE-204"));
      });

      it("keeps one key envelope and replaces it for who has seen it", async () => {
        const { administrator, custodian, preparer } = desk;
        assert.equal(await preparer.readEnvelope(), null);
        assert.equal(await administrator.writeEnvelope(0, { salt: "a" }), 1);
        await assert.rejects(custodian.writeEnvelope(0, { salt: "b" }), refused("OFFICE-301"));
        assert.equal(await custodian.writeEnvelope(1, { salt: "c" }), 2);
        assert.deepEqual(await preparer.readEnvelope(), { envelope: { salt: "c" }, version: 2 });
        await assert.rejects(preparer.writeEnvelope(2, {}), refused("OFFICE-201"));
        await assert.rejects(
          custodian.writeEnvelope(2, { padding: "x".repeat(70_000) }),
          refused("OFFICE-204", /65536 bytes/),
        );
      });

      it("keeps mappings under their names", async () => {
        const { preparer, approver } = desk;
        const name = "Croix-Rouge / março 100%";
        const mapping = { header: "f00d", options: { id: "Nº", delimiter: ";" } };
        const saved = await preparer.writeMapping(name, 0, mapping);
        assert.deepEqual([saved.name, saved.options, saved.version], [name, mapping.options, 1]);
        await assert.rejects(preparer.writeMapping(name, 0, mapping), refused("OFFICE-301"));
        assert.equal((await preparer.writeMapping(name, 1, { ...mapping, header: "beef" })).version, 2);
        assert.equal((await approver.readMapping(name))?.header, "beef");
        await assert.rejects(approver.deleteMapping(name, 2), refused("OFFICE-201"));
        await assert.rejects(preparer.deleteMapping(name, 1), refused("OFFICE-301"));
        await preparer.deleteMapping(name, 2);
        assert.equal(await approver.readMapping(name), null);
        assert.deepEqual(await approver.listMappings(), []);
      });

      it("keeps each open exception once", async () => {
        const exception: NewException = {
          programme: programme.toLowerCase(),
          cycle: 1,
          shop: 1,
          terminal: terminalKey(1).address.toLowerCase(),
          number: 12,
          account: agency.accounts[0] ?? null,
          kind: "StatementOnly",
          reason: "RECO-301",
          note: "",
        };
        const { finance, approver } = desk;
        const first = await finance.createException(exception);
        assert.deepEqual([first.programme, first.terminal], [programme, terminalKey(1).address]);
        assert.equal((await finance.createException({ ...exception, note: "again" })).id, first.id);
        assert.notEqual((await finance.createException({ ...exception, number: 13 })).id, first.id);
        const settled = await approver.changeException(first.id, 1, {
          state: "settled",
          note: "The shop\nfound it.",
        });
        assert.deepEqual([settled.state, settled.version], ["settled", 2]);
        await assert.rejects(finance.changeException(first.id, 1, { state: "open" }), refused("OFFICE-301"));
        assert.notEqual((await finance.createException(exception)).id, first.id);
        const open = await finance.listExceptions({ programme: programme.toLowerCase(), state: "open" });
        assert.ok(open.length === 2 && open.every(({ id }) => id !== first.id));
      });

      it("checks cards, and locks one after five wrong PINs", async () => {
        const { custodian, finance } = desk;
        const account = agency.accounts[3] ?? 0;
        const [issued] = await custodian.createCards([{ account, serial: "7391", pin: "2580" } as never]);
        assert.equal(issued?.isBlocked, false);
        assert.deepEqual(await finance.listCards(account >> 8), [issued]);
        const check = (pin: string, serial = "7391") => finance.verifyCard({ account, serial, pin } as never);

        assert.deepEqual(await check("2580"), issued);
        await assert.rejects(check("2580", "0000"), refused("OFFICE-904"));
        await assert.rejects(check("0000"), refused("OFFICE-901", /4 more/));
        await assert.rejects(check("0000"), refused("OFFICE-901", /3 more/));
        await check("2580");
        // Guesses at the same moment count as much as one after the other.
        const guesses = await Promise.allSettled(
          ["1", "2", "3", "4", "5", "6", "7"].map((n) => check(`000${n}`)),
        );
        const codes = guesses.map((guess) => guess.status === "rejected" && guess.reason.code);
        assert.equal(codes.filter((code) => code === "OFFICE-901").length, 4);
        assert.equal(codes.filter((code) => code === "OFFICE-902").length, 3);
        await assert.rejects(check("2580"), refused("OFFICE-902", /15 minutes/));
        server.pass(15 * 60 + 1);
        await custodian.me();
        for (let i = 0; i < 4; i++) await assert.rejects(check("1111"), refused("OFFICE-901"));
        await assert.rejects(check("1111"), refused("OFFICE-902", /30 minutes/));
        server.pass(15 * 60 + 1);
        await assert.rejects(check("2580"), refused("OFFICE-902"));
        await custodian.createCards([{ account, serial: "8442", pin: "1379" } as never]);
        await check("1379", "8442");
        await custodian.blockCard(account);
        await assert.rejects(check("1379", "8442"), refused("OFFICE-903"));
        assert.equal((await finance.readCard(account))?.isBlocked, true);
        assert.equal(await finance.readCard(account + 1), null);
        await assert.rejects(
          custodian.createCards([
            { account, serial: "1111", pin: "1111" },
            { account, serial: "2222", pin: "2222" },
          ] as never),
          refused("OFFICE-905"),
        );
        await restart();
      });

      it("lets a terminal check cards and do nothing else", async () => {
        const browser = server.browser();
        await browser.signInTerminal(terminalKey(1));
        const { terminal } = browser;
        const account = agency.accounts[4] ?? 0;
        await desk.custodian.createCards([{ account, serial: "5555", pin: "4321" } as never]);
        assert.equal(
          (await terminal.verifyCard({ account, serial: "5555", pin: "4321" } as never)).serial,
          "5555",
        );
        const forbidden: readonly (() => Promise<unknown>)[] = [
          () => terminal.readCard(account),
          () => terminal.listCards(1),
          () => terminal.listDrafts(),
          () => terminal.readList(programme, 1),
          () => terminal.readHouseholdPage(0),
          () => terminal.readEnvelope(),
          () => terminal.listRequests(),
          () => terminal.listMappings(),
          () => terminal.listExceptions(),
          () => terminal.readDocument(keccakOfText("x")),
          () => terminal.listJobs(),
          () => terminal.createJob({ kind: "load", programme, cycle: 1 }),
          () => terminal.createCards([{ account, serial: "6666", pin: "1111" } as never]),
        ];
        for (const act of forbidden) await assert.rejects(act(), refused("OFFICE-202"), String(act));
      });

      it("keeps private documents under their hash", async () => {
        const content = bytes("statement of May");
        const hash = keccak256(content);
        await desk.finance.putDocument(hash, content);
        await desk.finance.putDocument(hash, content);
        assert.deepEqual(await desk.approver.readDocument(hash.toUpperCase().replace("X", "x")), content);
        await assert.rejects(desk.finance.putDocument(hash, bytes("another")), refused("OFFICE-308"));
        assert.equal(await desk.approver.readDocument(keccakOfText("none")), null);
      });

      it("gives each right to its roles only", async () => {
        const draft = await newDraft();
        const request = await desk.preparer.createRequest({ draft: draft.id, commitments: [commitment(1)] });
        const { facts, listText: list, sheetText: sheet } = await commit(3, 5_000n);
        const account = agency.accounts[9] ?? 0;
        const exception = (await desk.finance.listExceptions())[0];
        assert.ok(exception);
        type Act = (client: OfficeClient) => Promise<unknown>;
        const rights: readonly (readonly [Act, readonly (keyof Desk)[]])[] = [
          [(by) => by.createDraft({ programme, title: "x" }), ["preparer"]],
          [(by) => by.changeDraft(draft.id, 99, { title: "x" }), ["preparer"]],
          [(by) => by.discardDraft(draft.id, 99), ["preparer"]],
          [(by) => by.restoreDraft(draft.id, 99), ["preparer"]],
          [(by) => by.writeDraftRows(draft.id, 99, ""), ["preparer"]],
          [(by) => by.writeDraftSealed(draft.id, 99, bytes("x")), ["preparer"]],
          [(by) => by.createRequest({ draft: draft.id, commitments: [] }), ["preparer", "custodian"]],
          [(by) => by.changeRequest(request.id, 99, { state: "done" }), ["custodian"]],
          [(by) => by.createList({ facts, list, sheet }), ["preparer"]],
          [(by) => by.writeHouseholdPage(5, 99, bytes("x")), ["preparer", "custodian"]],
          [(by) => by.writeEnvelope(99, {}), ["administrator", "custodian"]],
          [
            (by) => by.writeMapping("x", 99, { header: "x", options: {} }),
            ["preparer", "finance", "custodian"],
          ],
          [(by) => by.deleteMapping("x", 99), ["preparer", "finance", "custodian"]],
          [
            (by) => by.changeException(exception.id, 99, { note: "" }),
            ["preparer", "approver", "finance", "custodian"],
          ],
          [(by) => by.createCards([{ account, serial: "1234", pin: "1234" } as never]), ["custodian"]],
          [(by) => by.blockCard(account), ["custodian"]],
          [
            (by) => by.putDocument(keccakOfText("x"), bytes("y")),
            ["preparer", "approver", "finance", "custodian"],
          ],
          [(by) => by.createJob({ kind: "load", programme, cycle: 1 }), ["preparer", "custodian"]],
        ];
        for (const [act, allowed] of rights) {
          for (const role of ROLES) {
            const outcome = await act(desk[role]).then(
              () => "done",
              (error: OfficeError) => error.code,
            );
            const isRefused = outcome === (role === "guardian" ? "OFFICE-101" : "OFFICE-201");
            assert.equal(isRefused, !allowed.includes(role), `${act} as ${role}: ${outcome}`);
          }
        }
        const reads: readonly Act[] = [
          (by) => by.listDrafts(),
          (by) => by.readDraft(draft.id),
          (by) => by.listRequests(),
          (by) => by.readList(programme, 2),
          (by) => by.listHouseholdPages(),
          (by) => by.listMappings(),
          (by) => by.listExceptions(),
          (by) => by.listCards(1),
          (by) => by.listJobs(),
        ];
        for (const act of reads) for (const role of ROLES.slice(0, 5)) await act(desk[role as keyof Desk]);
      });

      it("has everything after a restart, and nobody signed in is lost", async () => {
        const draft = await newDraft("Kept");
        const browser = server.browser();
        await browser.signIn(agency.people.approver);
        const port = Number(new URL(server.url).port);
        await server.stop();
        server = await startServer(agency, database.address, { port });
        assert.equal((await browser.client.readDraft(draft.id)).title, "Kept");
        assert.deepEqual((await browser.client.me()).roles, ["Approver"]);
      });
    });
  }
});
