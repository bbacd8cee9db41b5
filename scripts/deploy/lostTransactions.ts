// SPDX-License-Identifier: Apache-2.0
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { trackTransaction, wipe } from "@nomicfoundation/ignition-core";
import type { JsonRpcApiProvider } from "ethers";
import { z } from "zod";
import { AnnonaError } from "#sdk/errors/index.ts";
import { pause } from "#sdk/relay/connection.ts";
import { builtArtifacts } from "./artifacts.ts";

/** What Ignition says when its journal has a transaction that it prepared, and not whether it was sent. */
const lostSchema = z.object({
  number: z.literal(10_410),
  messageArguments: z.object({ futureId: z.string(), nonce: z.int(), sender: z.string() }),
});

interface Lost {
  readonly futureId: string;
  readonly nonce: number;
  readonly sender: string;
}

/** With what the journal says that a step with a transaction or a question begins; what it asks for comes in a line of its own. */
const BEGINNINGS: ReadonlySet<string> = new Set([
  "DEPLOYMENT_EXECUTION_STATE_INITIALIZE",
  "CALL_EXECUTION_STATE_INITIALIZE",
  "STATIC_CALL_EXECUTION_STATE_INITIALIZE",
  "SEND_DATA_EXECUTION_STATE_INITIALIZE",
]);
const lineSchema = z.object({ type: z.string(), futureId: z.string().optional() });

/** Blocks to look back through for a transaction. */
const BLOCKS = 5_000;

/**
 * Run a deployment; where one before it was cut off between a transaction and its journal, find out from the chain what became of the
 * transaction, put that into the journal, and go on. A step that had only just begun begins anew.
 * @param journal Folder of the journal.
 * @throws AnnonaError DEPLOY-203 when a transaction was sent and is not found any more.
 */
export async function deployWithoutLosses<T>(
  run: () => Promise<T>,
  provider: JsonRpcApiProvider,
  journal: string,
  confirmations: number,
): Promise<T> {
  await forgetBeginnings(journal);
  for (;;) {
    try {
      return await run();
    } catch (error) {
      const found = lostSchema.safeParse(error);
      if (!found.success) throw error;
      await recover(found.data.messageArguments, provider, journal, confirmations);
    }
  }
}

/** Ignition itself goes on from every line of its journal but one: that a step begins, when nothing was asked of the chain for it yet. */
async function forgetBeginnings(journal: string): Promise<void> {
  const file = join(journal, "journal.jsonl");
  if (!existsSync(file)) return;
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line !== "");
  const lastOf = new Map<string, string>();
  for (const line of lines) {
    const { type, futureId } = lineSchema.parse(JSON.parse(line));
    if (futureId !== undefined) lastOf.set(futureId, type);
  }
  for (const [futureId, type] of lastOf) {
    if (BEGINNINGS.has(type)) await wipe(journal, builtArtifacts, futureId);
  }
}

async function recover(
  lost: Lost,
  provider: JsonRpcApiProvider,
  journal: string,
  confirmations: number,
): Promise<void> {
  const isUsed = async (tag: "latest" | "pending") =>
    (await provider.getTransactionCount(lost.sender, tag)) > lost.nonce;
  if (!(await isUsed("pending"))) {
    // Nothing has that number: it was never sent.
    await wipe(journal, builtArtifacts, lost.futureId);
    return;
  }
  while (!(await isUsed("latest"))) await pause(1_000);
  const request = ({ method, params }: { method: string; params?: unknown }) =>
    provider.send(method, Array.isArray(params) ? params : []);
  await trackTransaction(journal, await hashOf(lost, provider), { request }, confirmations);
}

/** The sender's transaction with that number, looked for from the last block backwards. */
async function hashOf({ sender, nonce }: Lost, provider: JsonRpcApiProvider): Promise<string> {
  const head = await provider.getBlockNumber();
  for (let number = head; number >= 0 && number > head - BLOCKS; number--) {
    const block = await provider.getBlock(number, true);
    const found = block?.prefetchedTransactions.find(
      (sent) => sent.from.toLowerCase() === sender.toLowerCase() && sent.nonce === nonce,
    );
    if (found !== undefined) return found.hash;
  }
  throw new AnnonaError({
    code: "DEPLOY-203",
    summary: `A transaction of the deployment is not found: number ${nonce} of ${sender}.`,
    next: "Look its hash up in a block explorer and name it with: npx hardhat ignition track-tx HASH DEPLOYMENT.",
  });
}
