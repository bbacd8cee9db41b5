// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { AbiCoder, concat, keccak256, recoverAddress, TypedDataEncoder, toUtf8Bytes, Wallet } from "ethers";
import fc from "fast-check";
import { AnnonaError } from "#sdk/errors/index.ts";
import {
  batchOf,
  batchTypedData,
  hashBatch,
  isSignedByTerminal,
  type ProgrammePlace,
  type ReceiptBatch,
  signBatch,
  terminalAddress,
} from "#sdk/receipts/index.ts";
import { anyBatchOfReceipts, anyTerminal, sale } from "./arbitraries.ts";

const anyPlace = fc.record({
  chainId: fc.bigInt({ min: 1n, max: (1n << 64n) - 1n }),
  programme: anyTerminal,
});
const id = (text: string) => keccak256(toUtf8Bytes(text));

/** EIP-712 by hand, as the contract computes it. */
function digestByHand({ chainId, programme }: ProgrammePlace, batch: ReceiptBatch): string {
  const abi = AbiCoder.defaultAbiCoder();
  const domain = keccak256(
    abi.encode(
      ["bytes32", "bytes32", "bytes32", "uint256", "address"],
      [
        id("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
        id("Annona Programme"),
        id("1"),
        chainId,
        programme,
      ],
    ),
  );
  const content = keccak256(
    abi.encode(
      ["bytes32", "address", "uint32", "uint32", "bytes32"],
      [
        id("ReceiptBatch(address terminal,uint32 cycle,uint32 firstNumber,bytes items)"),
        batch.terminal,
        batch.cycle,
        batch.firstNumber,
        keccak256(batch.items),
      ],
    ),
  );
  return keccak256(concat(["0x1901", domain, content]));
}

describe("signing a batch", () => {
  it("hashes as the contract does and as wallets do", () => {
    fc.assert(
      fc.property(anyPlace, anyBatchOfReceipts, (place, receipts) => {
        const batch = batchOf(receipts);
        const { domain, types, value } = batchTypedData(place, batch);
        assert.equal(hashBatch(place, batch), digestByHand(place, batch));
        assert.equal(hashBatch(place, batch), TypedDataEncoder.hash(domain, types, value));
      }),
    );
  });

  it("gives a signature that recovers to the terminal, here and nowhere else", async () => {
    const wallet = new Wallet(id("a terminal"));
    const place = { chainId: 31_337n, programme: "0x00000000000000000000000000000000000000aa" };
    const batch = batchOf([sale(5, { terminal: terminalAddress(wallet.address) })]);
    const signed = await signBatch(place, batch, wallet);
    assert.equal(recoverAddress(digestByHand(place, batch), signed.signature), wallet.address);
    assert.ok(isSignedByTerminal(place, signed));
    assert.ok(!isSignedByTerminal({ ...place, chainId: 1n }, signed));
    assert.ok(!isSignedByTerminal(place, { ...signed, batch: { ...batch, cycle: 2 as never } }));
    assert.ok(!isSignedByTerminal(place, { ...signed, signature: "0x1234" }));
  });

  it("refuses a key that is not the terminal's", async () => {
    const place = { chainId: 31_337n, programme: "0x00000000000000000000000000000000000000aa" };
    await assert.rejects(
      signBatch(place, batchOf([sale(1)]), new Wallet(id("another"))),
      (error) => error instanceof AnnonaError && error.code === "RCPT-402",
    );
  });
});
