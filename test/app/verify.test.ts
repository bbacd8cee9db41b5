// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { agrees, compareAnswers } from "#app/features/verify/figures.ts";
import { groupResult, tally } from "#app/features/verify/groups.ts";
import { faultOfNode } from "#app/features/verify/node.ts";

const ADDRESS = "0x5FbDB2315678afecb367f032d93F642f64180aa3";
const PROGRAMME = `/api/programmes/${ADDRESS}`;
const currency = { code: "XOF", decimals: 0 };

function siteSays() {
  return new Map<string, unknown>([
    [PROGRAMME, { name: "Food", currency, balances: { free: "100", reserved: "20" }, households: null }],
    [
      `${PROGRAMME}/cycles`,
      [
        { id: 1, redeemed: "5" },
        { id: 2, redeemed: "7" },
      ],
    ],
    [`${PROGRAMME}/receipts`, [{ terminal: "0xaa", number: 1, amount: "5" }]],
    ["/api/programmes", [{ address: ADDRESS, name: "Food" }]],
  ]);
}

describe("comparing what the site says with the ledger", () => {
  test("equal answers agree, figure by figure, in whatever order lists stand", () => {
    const ledger = siteSays();
    ledger.set(`${PROGRAMME}/cycles`, [
      { id: 2, redeemed: "7" },
      { id: 1, redeemed: "5" },
    ]);
    const compared = compareAnswers(siteSays(), ledger);
    assert.deepEqual(tally(compared), { figures: 15, wrong: 0 });
  });

  test("one changed unit, one missing item and one item too many are each found", () => {
    const ledger = siteSays();
    ledger.set(PROGRAMME, {
      name: "Food",
      currency,
      balances: { free: "101", reserved: "20" },
      households: null,
    });
    ledger.set(`${PROGRAMME}/cycles`, [
      { id: 1, redeemed: "5" },
      { id: 3, redeemed: "1" },
    ]);
    const wrong = compareAnswers(siteSays(), ledger).flatMap(({ figures }) =>
      figures.filter((figure) => !agrees(figure)),
    );
    assert.deepEqual(wrong, [
      { place: ["balances", "free"], site: "100", ledger: "101" },
      { place: ["2", "id"], site: 2, ledger: undefined },
      { place: ["2", "redeemed"], site: "7", ledger: undefined },
      { place: ["3", "id"], site: undefined, ledger: 3 },
      { place: ["3", "redeemed"], site: undefined, ledger: "1" },
    ]);
  });

  test("an answer that only one side has counts as different", () => {
    const compared = compareAnswers(siteSays(), new Map());
    const { figures, wrong } = tally(compared);
    // A number of households that is kept back is null on one side and nothing on the other.
    assert.equal(wrong, figures);
  });

  test("the reader sees headlines singly, the rest as sums, and every difference by itself", () => {
    const ledger = siteSays();
    ledger.set(`${PROGRAMME}/receipts`, [{ terminal: "0xaa", number: 1, amount: "6" }]);
    const groups = groupResult(compareAnswers(siteSays(), ledger), siteSays());
    assert.deepEqual(
      groups.map(({ name }) => name),
      ["Food", ""],
    );
    const lines = groups[0]?.lines ?? [];
    const singles = lines.flatMap((line) => (line.kind === "figure" ? [line.figure.place.at(-1)] : []));
    assert.deepEqual(singles, ["free", "reserved", "households", "amount"]);
    const receipts = lines.find((line) => line.kind === "many" && line.path.endsWith("/receipts"));
    assert.deepEqual(receipts, { kind: "many", path: `${PROGRAMME}/receipts`, figures: 3, wrong: 1 });
  });
});

describe("comparing what the site says of the council", () => {
  const MEMBER = `0x${"a1".repeat(20)}`;
  const OTHER = `0x${"b2".repeat(20)}`;
  const council = (changes: object = {}) =>
    new Map<string, unknown>([
      [
        "/api/council",
        {
          address: ADDRESS,
          quorum: 2,
          members: [
            { account: MEMBER, nameHash: "0x01" },
            { account: OTHER, nameHash: "0x02" },
          ],
          arbiters: [],
          proposals: [{ id: 1, approvals: [MEMBER], calls: [{ target: ADDRESS, data: "0x" }] }],
          ...changes,
        },
      ],
      ["/api/council/proposals", [{ id: 1, approvals: [MEMBER], calls: [{ target: ADDRESS, data: "0x" }] }]],
    ]);

  test("its settings stand singly, members and proposals as lists of their own", () => {
    const [group] = groupResult(compareAnswers(council(), council()), council());
    assert.equal(group?.kind, "council");
    assert.deepEqual(
      group?.lines.map((line) => (line.kind === "figure" ? line.figure.place.join(".") : line.path)),
      ["address", "quorum", "/api/council/members", "/api/council/latest", "/api/council/proposals"],
    );
  });

  test("a member left out, one put in another's place and an arbiter too many are each found", () => {
    const wrongOf = (changes: object) =>
      groupResult(compareAnswers(council(changes), council()), council(changes)).flatMap(({ lines }) =>
        lines.flatMap((line) =>
          line.kind === "figure" && !agrees(line.figure) ? [[line.path, ...line.figure.place].join(" ")] : [],
        ),
      );
    assert.deepEqual(wrongOf({ members: [{ account: OTHER, nameHash: "0x02" }] }), [
      `/api/council/members ${MEMBER} account`,
      `/api/council/members ${MEMBER} nameHash`,
    ]);
    assert.deepEqual(wrongOf({ arbiters: [{ account: OTHER, until: null }] }), [
      `/api/council/arbiters ${OTHER} account`,
      `/api/council/arbiters ${OTHER} until`,
    ]);
    assert.deepEqual(wrongOf({ quorum: 1 }), ["/api/council quorum"]);
  });
});

describe("the address of a node", () => {
  test("must be a web address", () => {
    for (const text of ["", "node.example.org", "ws://node.example.org", "javascript:1", "https://"])
      assert.equal(faultOfNode(text, "https:"), "notAnAddress", text);
    assert.equal(faultOfNode(" https://node.example.org/key ", "https:"), undefined);
  });

  test("is https beside a page that is, but for this machine", () => {
    assert.equal(faultOfNode("http://node.example.org", "https:"), "insecure");
    assert.equal(faultOfNode("http://node.example.org", "http:"), undefined);
    for (const here of ["http://127.0.0.1:8545", "http://localhost:8545", "http://[::1]:8545"])
      assert.equal(faultOfNode(here, "https:"), undefined, here);
  });
});
