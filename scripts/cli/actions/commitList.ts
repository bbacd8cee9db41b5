// SPDX-License-Identifier: Apache-2.0
import { existsSync, readdirSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { hexlify } from "ethers";
import {
  type CommitInput,
  type CommitmentFacts,
  type CommittedList,
  commitEntries,
  commitmentFactsJson,
  commitmentFactsSchema,
  type Suite,
  verifyCommitment,
} from "#sdk/agency/index.ts";
import { CliError } from "../CliError.ts";

const FILES = {
  list: "list.csv",
  sheet: "control-sheet.json",
  chunks: "chunks.jsonl",
  facts: "commitment.json",
} as const;

/** Commit a nameless list to a cycle and write its folder: the list, its control sheet, the chunks with their proofs, the facts. */
export async function commitList(suite: Suite, folder: string, input: CommitInput): Promise<CommittedList> {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new CliError("folderNotEmpty", { folder });
  const committed = await commitEntries(suite, input);
  const { facts, list, listText, sheetText } = committed;
  const chunks = list.chunks.map(({ chunk, payload, proof }) =>
    JSON.stringify({ chunk, payload: hexlify(payload), proof }),
  );
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, FILES.list), listText);
  await writeFile(join(folder, FILES.sheet), sheetText);
  await writeFile(join(folder, FILES.chunks), `${chunks.join("\n")}\n`);
  // Last: a folder with the facts is a whole one.
  await writeFile(join(folder, FILES.facts), `${JSON.stringify(commitmentFactsJson(facts), null, 2)}\n`);
  return committed;
}

/**
 * Read a folder that {@link commitList} wrote, computing root and totals again from the list itself, and the sheet's hash from the sheet.
 * @throws CliError CLI-403 when it is no such folder, AgencyError AGENCY-201 when its parts do not belong together.
 */
export async function readCommittedList(folder: string): Promise<CommittedList> {
  const facts = await readFacts(folder);
  const [listText, sheetText] = await Promise.all([
    readPart(folder, FILES.list),
    readPart(folder, FILES.sheet),
  ]);
  return await verifyCommitment({ facts, listText, sheetText });
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
    return commitmentFactsSchema.parse(JSON.parse(text));
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
