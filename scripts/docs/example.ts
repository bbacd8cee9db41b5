// SPDX-License-Identifier: Apache-2.0
import { AbiCoder, keccak256, Wallet } from "ethers";
import { IProgramme__factory } from "#bindings/index.ts";
import {
  accountNumberOf,
  buildControlSheet,
  buildEntitlementList,
  buildOpening,
  createCommitter,
  encodeControlSheet,
  encodeNamelessList,
  hashControlSheet,
  keyCheckOf,
  type NamelessEntry,
  normaliseIdentifier,
} from "#sdk/list/index.ts";
import { encodeWords, fromHex, toHex } from "#sdk/merkle/index.ts";
import { amountOf, currencyOf } from "#sdk/money/index.ts";
import {
  batchOf,
  cycleId,
  dayOf,
  hashBatch,
  type Receipt,
  receiptNumber,
  signBatch,
  terminalAddress,
} from "#sdk/receipts/index.ts";

/** Values of the worked example, by the names that docs/encodings.md gives them. */
export type Example = Readonly<Record<string, string>>;

/** Everything that the example begins with. The keys are published here, so they are good for nothing else. */
const GIVEN = {
  chainId: 31_337,
  registry: "0x1111111111111111111111111111111111111111",
  programme: "0x2222222222222222222222222222222222222222",
  organisation: 1,
  openingId: 1,
  firstNumber: 256,
  cycle: 7,
  namespace: "national-id",
  key: Uint8Array.from({ length: 32 }, (_, i) => i),
  terminalKey: `0x${"07".repeat(32)}`,
} as const;

const IDENTIFIERS = ["46.913.810-k", " ab / 12_3 ", "٠١٢٣ 45", "'0046913"] as const;

const ENTRIES: readonly NamelessEntry[] = [
  entry(256, 30_000n, "North", 1),
  entry(257, 150_000n, "North", 5),
  entry(259, 90_000n, "South", 3),
  entry(512, 60_000n, "South", 2),
  entry(70_000, 120_000n),
];

const { chainId, programme, cycle } = GIVEN;

/** Work the example out with the sdk. */
export async function workedExample(): Promise<Example> {
  const opened = await openingExample();
  const listed = await listExample();
  const example = {
    ...opened,
    ...listed,
    termsHash: termsHash(listed, opened.digest1),
    word64: wordOf([30_000n, 150_000n, 0n, 90_000n]),
    ...(await receiptsExample()),
    word64after: wordOf([30_000n, 135_000n, 0n, 90_000n]),
  };
  return example;
}

async function openingExample() {
  const { key, namespace, registry, organisation, openingId, firstNumber } = GIVEN;
  const commit = await createCommitter({ key, namespace });
  const identifiers = IDENTIFIERS.map((written) => {
    const reading = normaliseIdentifier(written);
    if ("fault" in reading) throw new Error(`The example has a faulty identifier: ${written}`);
    return reading.identifier;
  });
  const commitments = identifiers.map(commit);
  const { root, chunks } = await buildOpening(commitments, { chainId, registry, organisation });
  const payload = chunks[0]?.payload ?? new Uint8Array();
  const digest = encodeWords([
    { uint: 0 },
    { uint: openingId },
    { uint: 0 },
    { uint: firstNumber },
    { bytes32: fromHex(keccak256(payload)) },
  ]);
  return {
    keyCheck: await keyCheckOf(key),
    ...numbered("identifier", identifiers),
    ...numbered("commitment", commitments),
    openingPayloadHash: keccak256(payload),
    openingRoot: root,
    digest1: keccak256(digest),
  };
}

async function listExample() {
  const list = await buildEntitlementList(ENTRIES, { chainId, programme, cycleId: cycle });
  const sheet = buildControlSheet({ entries: ENTRIES, currency: currencyOf("XOF"), step: 500n });
  const chunks = list.chunks.map(({ chunk, payload, proof }) => ({
    [`chunk${chunk}Payload`]: toHex(payload),
    [`chunk${chunk}Leaf`]: leafOf(chunk, payload),
    [`chunk${chunk}Proof`]: proof.join(" "),
  }));
  return {
    ...Object.assign({}, ...chunks),
    listRoot: list.root,
    namelessList: JSON.stringify(encodeNamelessList(ENTRIES)),
    controlSheet: encodeControlSheet(sheet),
    controlSheetHash: await hashControlSheet(sheet),
  };
}

function leafOf(chunk: number, payload: Uint8Array): string {
  const words = [
    { uint: chainId },
    { address: programme },
    { uint: cycle },
    { uint: chunk },
    { bytes32: fromHex(keccak256(payload)) },
  ];
  return keccak256(keccak256(encodeWords(words)));
}

function termsHash(listed: Example, registryDigest: string): string {
  const type = IProgramme__factory.createInterface().getFunction("hashTerms").inputs[1];
  if (type === undefined) throw new Error("The bindings have no terms.");
  const terms = {
    listRoot: listed.listRoot,
    chunks: 3,
    households: ENTRIES.length,
    total: 450_000,
    opensAt: 1_796_083_200,
    expiresAt: 1_798_761_599,
    graceEndsAt: 1_799_971_199,
    periodFirstDay: 20_788,
    periodLastDay: 20_818,
    kind: 0,
    parent: 0,
    checkpoint: 1,
    registryDigest,
    controlSheet: listed.controlSheetHash,
  };
  const encoded = AbiCoder.defaultAbiCoder().encode(
    ["uint256", "address", "uint32", type],
    [chainId, programme, cycle, terms],
  );
  return keccak256(encoded);
}

async function receiptsExample() {
  const signer = new Wallet(GIVEN.terminalKey);
  const terminal = terminalAddress(signer.address);
  const place = { chainId: BigInt(chainId), programme };
  const common = { terminal, cycle: cycleId(cycle), account: accountNumberOf(257) } as const;
  const receipts: Receipt[] = [
    {
      ...common,
      kind: "sale",
      number: receiptNumber(1),
      amount: amountOf(20_000n),
      recognition: "card-pin",
      day: dayOf(20_790),
    },
    {
      ...common,
      kind: "refund",
      number: receiptNumber(2),
      amount: amountOf(5_000n),
      recognition: "biometric",
      saleNumber: receiptNumber(1),
    },
  ];
  const batch = batchOf(receipts);
  const { signature } = await signBatch(place, batch, signer);
  return { terminal, items: batch.items, batchDigest: hashBatch(place, batch), signature };
}

/** The word of four accounts, lowest account in the lowest bits, under the tag of the cycle. */
function wordOf(left: readonly bigint[]): string {
  const word = left.reduce(
    (sum, amount, lane) => sum | (amount << (56n * BigInt(lane))),
    BigInt(cycle) << 224n,
  );
  return toHex(fromHex(`0x${word.toString(16).padStart(64, "0")}`));
}

function entry(account: number, amount: bigint, area?: string, householdSize?: number): NamelessEntry {
  return {
    account: accountNumberOf(account),
    amount: amountOf(amount),
    ...(area === undefined ? {} : { area }),
    ...(householdSize === undefined ? {} : { householdSize }),
  };
}

function numbered(name: string, values: readonly string[]): Example {
  return Object.fromEntries(values.map((value, i) => [`${name}${i + 1}`, value]));
}
