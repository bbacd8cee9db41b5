// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { it } from "node:test";
import { keccak256, id as keccakOfText } from "ethers";
import { terminalKey } from "#scripts/seed/people.ts";
import type { NewException } from "#sdk/office/index.ts";
import { bytes, onEachDatabase, refused } from "./support/desk.ts";

onEachDatabase("what an office keeps beside its lists", (office) => {
  it("keeps the sealed household map by pages, each with its version", async () => {
    const { custodian, finance } = office().desk;
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
    const { administrator, custodian, preparer } = office().desk;
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
    const { preparer, approver } = office().desk;
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
      programme: office().programme.toLowerCase(),
      cycle: 1,
      shop: 1,
      terminal: terminalKey(1).address.toLowerCase(),
      number: 12,
      account: office().agency.accounts[0] ?? null,
      kind: "MissingOnChain",
      reason: "RECO-105",
      note: "",
    };
    const { finance, approver } = office().desk;
    const first = await finance.createException(exception);
    assert.deepEqual([first.programme, first.terminal], [office().programme, terminalKey(1).address]);
    assert.equal((await finance.createException({ ...exception, note: "again" })).id, first.id);
    assert.notEqual((await finance.createException({ ...exception, number: 13 })).id, first.id);
    const settled = await approver.changeException(first.id, 1, {
      state: "settled",
      note: "The shop\nfound it.",
    });
    assert.deepEqual([settled.state, settled.version], ["settled", 2]);
    await assert.rejects(finance.changeException(first.id, 1, { state: "open" }), refused("OFFICE-301"));
    assert.notEqual((await finance.createException(exception)).id, first.id);
    const open = await finance.listExceptions({ programme: office().programme.toLowerCase(), state: "open" });
    assert.ok(open.length === 2 && open.every(({ id }) => id !== first.id));
  });

  it("checks cards, and locks one after five wrong PINs", async () => {
    const { custodian, finance } = office().desk;
    const account = office().agency.accounts[3] ?? 0;
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
    office().server.pass(15 * 60 + 1);
    await custodian.me();
    for (let i = 0; i < 4; i++) await assert.rejects(check("1111"), refused("OFFICE-901"));
    await assert.rejects(check("1111"), refused("OFFICE-902", /30 minutes/));
    office().server.pass(15 * 60 + 1);
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
    await office().start();
  });

  it("keeps private documents under their hash", async () => {
    const content = bytes("statement of May");
    const hash = keccak256(content);
    await office().desk.finance.putDocument(hash, content);
    await office().desk.finance.putDocument(hash, content);
    assert.deepEqual(
      await office().desk.approver.readDocument(hash.toUpperCase().replace("X", "x")),
      content,
    );
    await assert.rejects(office().desk.finance.putDocument(hash, bytes("another")), refused("OFFICE-308"));
    assert.equal(await office().desk.approver.readDocument(keccakOfText("none")), null);
  });
});
