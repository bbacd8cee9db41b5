// SPDX-License-Identifier: Apache-2.0
import { existsSync, readdirSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { hexlify, id as keccakOfText } from "ethers";
import { z } from "zod";
import {
  buildControlSheet,
  buildEntitlementList,
  decodeNamelessList,
  type EntitlementList,
  encodeControlSheet,
  encodeNamelessList,
  type NamelessEntry,
} from "#sdk/list/index.ts";
import { CliError } from "../CliError.ts";
import type { ProgrammeHandle, Suite } from "../suite.ts";
import type { RegistryState } from "./registry.ts";

const FILES = {
  list: "list.csv",
  sheet: "control-sheet.json",
  chunks: "chunks.jsonl",
  facts: "commitment.json",
} as const;

const hash = z.string().regex(/^0x[0-9a-f]{64}$/);
const decimal = z
  .string()
  .regex(/^[0-9]+$/)
  .transform(BigInt);

const factsSchema = z.object({
  chainId: z.int().positive(),
  programme: z.string().regex(/^0x[0-9a-fA-F]{40}$/),
  cycle: z.int().positive(),
  root: hash,
  chunks: z.int().positive(),
  households: z.int().positive(),
  total: decimal,
  checkpoint: decimal,
  registryDigest: hash,
  controlSheet: hash,
});

/** What identifies a committed list: where it belongs, its root, and the state of the registry that it was built on. */
export type CommitmentFacts = z.output<typeof factsSchema>;

/** A list that is committed to a cycle, as an officer has it in a folder. Nothing in it is personal. */
export interface CommittedList {
  readonly facts: CommitmentFacts;
  readonly entries: readonly NamelessEntry[];
  readonly list: EntitlementList;
}

export interface CommitInput {
  readonly programme: ProgrammeHandle;
  readonly cycle: number;
  readonly entries: readonly NamelessEntry[];
  readonly registry: RegistryState;
  /** Nameless list of the cycle before, to compare with. */
  readonly previous?: readonly NamelessEntry[];
}

/** Commit a nameless list to a cycle and write its folder: the list, its control sheet, the chunks with their proofs, the facts. */
export async function commitList(suite: Suite, folder: string, input: CommitInput): Promise<CommittedList> {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new CliError("folderNotEmpty", { folder });
  const { programme, cycle, entries, registry, previous } = input;
  const list = await buildEntitlementList(entries, {
    chainId: suite.chainId,
    programme: programme.address,
    cycleId: cycle,
  });
  const sheet = encodeControlSheet(
    buildControlSheet({
      entries,
      currency: programme.currency,
      step: programme.step,
      ...(previous === undefined ? {} : { previous }),
    }),
  );
  const facts: CommitmentFacts = {
    chainId: suite.chainId,
    programme: programme.address,
    cycle,
    root: list.root,
    chunks: list.chunks.length,
    households: list.households,
    total: list.total,
    checkpoint: registry.checkpoint,
    registryDigest: registry.digest,
    controlSheet: keccakOfText(sheet),
  };
  const chunks = list.chunks.map(({ chunk, payload, proof }) =>
    JSON.stringify({ chunk, payload: hexlify(payload), proof }),
  );
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, FILES.list), encodeNamelessList(entries));
  await writeFile(join(folder, FILES.sheet), sheet);
  await writeFile(join(folder, FILES.chunks), `${chunks.join("\n")}\n`);
  // Last: a folder with the facts is a whole one.
  await writeFile(join(folder, FILES.facts), `${JSON.stringify(facts, decimalStrings, 2)}\n`);
  return { facts, entries, list };
}

/**
 * Read a folder that {@link commitList} wrote, computing root and totals again from the list itself, and the sheet's hash from the sheet.
 * @throws CliError CLI-403 when it is no such folder, CLI-404 when its parts do not belong together.
 */
export async function readCommittedList(folder: string): Promise<CommittedList> {
  const facts = await readFacts(folder);
  const entries = decodeNamelessList(await readPart(folder, FILES.list));
  const { chainId, programme, cycle } = facts;
  const list = await buildEntitlementList(entries, { chainId, programme, cycleId: cycle });
  const sheet = keccakOfText(await readPart(folder, FILES.sheet));
  const found = {
    root: list.root,
    households: list.households,
    total: list.total,
    chunks: list.chunks.length,
    controlSheet: sheet,
  };
  for (const field of Object.keys(found) as (keyof typeof found)[]) {
    if (found[field] !== facts[field]) throw new CliError("otherList", { folder, field });
  }
  return { facts, entries, list };
}

/** Refuse a list that belongs to another chain, programme or cycle. @throws CliError CLI-405. */
export function requirePlace(
  folder: string,
  { facts }: CommittedList,
  suite: Suite,
  programme: string,
  cycle?: number,
): void {
  const isRight =
    facts.chainId === suite.chainId &&
    facts.programme === programme &&
    (cycle === undefined || facts.cycle === cycle);
  const place = `cycle ${facts.cycle} of programme ${facts.programme} on chain ${facts.chainId}`;
  if (!isRight) throw new CliError("otherPlace", { folder, place });
}

async function readFacts(folder: string): Promise<CommitmentFacts> {
  const text = await readPart(folder, FILES.facts);
  try {
    return factsSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new CliError("badCommitment", { folder }, error);
  }
}

async function readPart(folder: string, name: string): Promise<string> {
  try {
    return await readFile(join(folder, name), "utf8");
  } catch (error) {
    throw new CliError("badCommitment", { folder }, error);
  }
}

function decimalStrings(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}
