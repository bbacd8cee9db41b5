// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { StandardMerkleTree } from "@openzeppelin/merkle-tree";
import {
  AbiCoder,
  computeAddress,
  concat,
  getBytes,
  keccak256,
  TypedDataEncoder,
  toUtf8Bytes,
  Wallet,
} from "ethers";
import { readExample } from "#scripts/docs/encodings.ts";

// The values that docs/encodings.md publishes, worked out again from its words alone: none of our own code but the reader of the page.
const page = readFileSync(new URL("../../docs/encodings.md", import.meta.url), "utf8");
const shown = readExample(page);

const CHAIN = 31_337;
const REGISTRY = "0x1111111111111111111111111111111111111111";
const PROGRAMME = "0x2222222222222222222222222222222222222222";
const CYCLE = 7;
const KEY = Buffer.from("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "hex");
const TERMINAL_KEY = `0x${"07".repeat(32)}`;
const CHUNKS = [1, 2, 273];
const LEAF = ["uint256", "address", "uint32", "uint32", "bytes32"];

const abi = AbiCoder.defaultAbiCoder();
const hmac = (text: string) => `0x${createHmac("sha256", KEY).update(text, "utf8").digest("hex")}`;
const value = (name: string): string => shown[name] ?? assert.fail(`the page has no ${name}`);

const commitments = [1, 2, 3, 4].map((i) => value(`commitment${i}`));

describe("the encodings' worked example", () => {
  it("commits identifiers", () => {
    assert.deepEqual(
      [1, 2, 3, 4].map((i) => value(`identifier${i}`)),
      ["46913810K", "AB123", "012345", "0046913"],
    );
    for (const i of [1, 2, 3, 4]) {
      assert.equal(hmac(`annona-id-1\0national-id\0${value(`identifier${i}`)}`), value(`commitment${i}`));
    }
    assert.equal(hmac("annona key check 1"), value("keyCheck"));
  });

  it("opens accounts", () => {
    const payload = concat(commitments);
    assert.equal(keccak256(payload), value("openingPayloadHash"));
    const tree = StandardMerkleTree.of([[CHAIN, REGISTRY, 1, 0, keccak256(payload)]], LEAF);
    assert.equal(tree.root, value("openingRoot"));
    const words = ["bytes32", "uint32", "uint32", "uint32", "bytes32"];
    const digest = abi.encode(words, [`0x${"0".repeat(64)}`, 1, 0, 256, keccak256(payload)]);
    assert.equal(keccak256(digest), value("digest1"));
  });

  it("lists entitlements", () => {
    const read = CHUNKS.flatMap((chunk) =>
      (value(`chunk${chunk}Payload`).slice(2).match(/.{16}/g) ?? []).map((household) => [
        chunk * 256 + Number.parseInt(household.slice(0, 2), 16),
        Number.parseInt(household.slice(2), 16),
      ]),
    );
    assert.deepEqual(read, [
      [256, 30_000],
      [257, 150_000],
      [259, 90_000],
      [512, 60_000],
      [70_000, 120_000],
    ]);
  });

  it("puts the chunks under one root", () => {
    const leaves = CHUNKS.map((chunk) => [
      CHAIN,
      PROGRAMME,
      CYCLE,
      chunk,
      keccak256(value(`chunk${chunk}Payload`)),
    ]);
    const tree = StandardMerkleTree.of(leaves, LEAF);
    assert.equal(tree.root, value("listRoot"));
    CHUNKS.forEach((chunk, i) => {
      assert.equal(tree.leafHash(leaves[i] ?? assert.fail()), value(`chunk${chunk}Leaf`));
      assert.equal(tree.getProof(i).join(" "), value(`chunk${chunk}Proof`));
    });
  });

  it("writes the list and its control sheet", () => {
    const rows = [
      "256,30000,North,1,",
      "257,150000,North,5,",
      "259,90000,South,3,",
      "512,60000,South,2,",
      "70000,120000,,,",
    ];
    const list = ["account,amount,area,household_size,group", ...rows, ""].join("\n");
    assert.equal(JSON.parse(value("namelessList")), list);
    assert.equal(keccak256(toUtf8Bytes(value("controlSheet"))), value("controlSheetHash"));
    const sheet = JSON.parse(value("controlSheet"));
    assert.equal(JSON.stringify(sheet), value("controlSheet"));
    assert.deepEqual(
      Object.keys(sheet).join(),
      "format,currency,decimals,step,households,total,byArea,byHouseholdSize,byGroup,largest,comparison",
    );
    assert.deepEqual([sheet.households, sheet.total], [5, "450000"]);
  });

  it("hashes the terms", () => {
    const type =
      "tuple(bytes32,uint32,uint32,uint128,uint40,uint40,uint40,uint32,uint32,uint8,uint32,uint64,bytes32,bytes32)";
    const times = [
      Date.UTC(2026, 11, 1),
      Date.UTC(2026, 11, 31, 23, 59, 59),
      Date.UTC(2027, 0, 14, 23, 59, 59),
    ];
    const seconds = times.map((time) => time / 1000);
    const days = [20_788, 20_818];
    const terms = [
      value("listRoot"),
      3,
      5,
      450_000,
      ...seconds,
      ...days,
      0,
      0,
      1,
      value("digest1"),
      value("controlSheetHash"),
    ];
    const encoded = abi.encode(["uint256", "address", "uint32", type], [CHAIN, PROGRAMME, CYCLE, terms]);
    assert.equal(keccak256(encoded), value("termsHash"));
  });

  it("packs entitlements into words", () => {
    const read = (name: string) => {
      const bits = BigInt(value(name));
      return [224n, 168n, 112n, 56n, 0n].map((from) => Number((bits >> from) & ((1n << 56n) - 1n)));
    };
    assert.deepEqual(read("word64"), [CYCLE, 90_000, 0, 150_000, 30_000]);
    assert.deepEqual(read("word64after"), [CYCLE, 90_000, 0, 150_000 - 20_000 + 5_000, 30_000]);
  });

  it("packs receipts and signs them", async () => {
    const items = Buffer.from(getBytes(value("items")));
    assert.equal(items.length, 32);
    const read = [0, 16].map((at) => [
      items.readUInt32BE(at),
      items.readUIntBE(at + 5, 6),
      items.readUInt32BE(at + 11),
      items.readUInt8(at + 15),
    ]);
    const day = Date.UTC(2026, 11, 3) / 86_400_000;
    assert.deepEqual(read, [
      [257, 20_000, day, 1 << 1],
      [257, 5_000, 1, (2 << 1) | 1],
    ]);

    const domain = { name: "Annona Programme", version: "1", chainId: CHAIN, verifyingContract: PROGRAMME };
    const fields = ["address terminal", "uint32 cycle", "uint32 firstNumber", "bytes items"];
    const types = {
      ReceiptBatch: fields.map((field) => {
        const [type = "", name = ""] = field.split(" ");
        return { name, type };
      }),
    };
    const batch = { terminal: value("terminal"), cycle: CYCLE, firstNumber: 1, items: value("items") };
    assert.equal(computeAddress(TERMINAL_KEY), value("terminal"));
    assert.equal(TypedDataEncoder.hash(domain, types, batch), value("batchDigest"));
    assert.equal(await new Wallet(TERMINAL_KEY).signTypedData(domain, types, batch), value("signature"));
  });
});
