// SPDX-License-Identifier: Apache-2.0
import { join } from "node:path";
import { commitList } from "#scripts/cli/actions/commitList.ts";
import { openAccounts } from "#scripts/cli/actions/openAccounts.ts";
import { redeem } from "#scripts/cli/actions/redeem.ts";
import { progressBar } from "#scripts/cli/output.ts";
import { signAndSend } from "#scripts/cli/send.ts";
import { KEY_VERSION } from "#scripts/seed/consortium.ts";
import { NAMESPACE } from "#scripts/seed/lists.ts";
import type { Office } from "#scripts/seed/month.ts";
import type { PersonName } from "#scripts/seed/people.ts";
import { terminalKey } from "#scripts/seed/people.ts";
import { makeSales } from "#scripts/seed/sales.ts";
import {
  approveCycleCall,
  checkedTermsHash,
  findAccounts,
  prepareCycleCall,
  preparedTerms,
  registryState,
  termsOf,
} from "#sdk/agency/index.ts";
import {
  accountNumberOf,
  assignAccounts,
  buildEntitlementList,
  buildOpening,
  type Commitment,
  createCommitter,
  type ImportedList,
  importList,
  type NamelessEntry,
} from "#sdk/list/index.ts";
import { loadCycle, type RelayOptions } from "#sdk/relay/index.ts";

/** Figures by name; seconds unless the name says otherwise. */
export type Figures = Record<string, number>;

export interface ReadList {
  readonly list: ImportedList;
  readonly commitments: readonly Commitment[];
}

const FIRST_ACCOUNT = 256;
const DAY = 86_400;
/** What every member of a household gets. */
export const VALUE = "5000";

/** Seconds that some work takes, and what came of it. */
async function timed<T>(work: () => Promise<T>): Promise<readonly [seconds: number, result: T]> {
  const start = performance.now();
  const result = await work();
  return [(performance.now() - start) / 1000, result];
}

/** Progress on standard error and a local chain's pace. */
function relayWith(label: string, unit: string): RelayOptions {
  const bar = progressBar(label, unit);
  return {
    pollInterval: 20,
    onProgress(progress) {
      bar.update(progress);
      if (progress.done === progress.total) bar.stop();
    },
  };
}

/** Another program can take the processor away for seconds: the best of so many runs counts. */
const LIST_RUNS = 3;

/** Read and check a list, compute its commitments, and the roots of its opening and of its cycle, all in this thread. */
export async function measureList(office: Office, bytes: Uint8Array, figures: Figures): Promise<ReadList> {
  let read = await readOnce(office, bytes);
  for (let run = 1; run < LIST_RUNS; run++) {
    const again = await readOnce(office, bytes);
    if (again.seconds.list < read.seconds.list) read = again;
  }
  for (const [name, seconds] of Object.entries(read.seconds)) figures[name] = seconds;
  return read;
}

async function readOnce({ suite, programme, key }: Office, bytes: Uint8Array) {
  const processor = process.threadCpuUsage();
  const { chainId } = suite;
  const registry = suite.deployment.contracts.accounts;
  const { address, currency, step, organisation } = programme;
  const [importing, list] = await timed(async () =>
    importList(bytes, {
      mapping: {
        id: "nationalId",
        value: VALUE,
        times: "totalHHSize",
        area: "scope",
        householdSize: "totalHHSize",
      },
      currency,
      step,
    }),
  );
  const [committing, commitments] = await timed(async () => {
    const commit = await createCommitter({ key, namespace: NAMESPACE });
    return list.entitlements.map(({ identifier }) => commit(identifier));
  });
  const [rooting] = await timed(async () => {
    await buildOpening(commitments, { chainId, registry, organisation });
    // The chain gives the numbers out later; neighbours they will be all the same.
    const entries = list.entitlements.map(({ amount }, i) => ({
      account: accountNumberOf(FIRST_ACCOUNT + i),
      amount,
    }));
    await buildEntitlementList(entries, { chainId, programme: address, cycleId: 1 });
  });
  const { user, system } = process.threadCpuUsage(processor);
  const seconds = {
    "list.import": importing,
    "list.commitments": committing,
    "list.roots": rooting,
    list: importing + committing + rooting,
    // What of it was work of this thread: a miss with little of it tells of a busy machine.
    "list.processor": (user + system) / 1_000_000,
  };
  return { seconds, list, commitments };
}

/** Open the accounts of a list. */
export async function measureOpening(
  { suite, people, programme }: Office,
  { commitments }: ReadList,
  figures: Figures,
): Promise<void> {
  const [seconds, opened] = await timed(() =>
    openAccounts(suite, {
      organisation: programme.organisation,
      keyVersion: KEY_VERSION,
      commitments,
      custodian: people.custodian,
      relayer: people.relayer,
      relay: relayWith("opening accounts", "chunks"),
    }),
  );
  figures.open = seconds;
  figures["open.households"] = opened.opened;
  figures["open.transactions"] = opened.relay?.transactions ?? 0;
}

/** Commit, prepare, approve and load a cycle. @returns the entries of its list. */
export async function measureCycle(
  { suite, people, programme }: Office,
  { list, commitments }: ReadList,
  folder: string,
  figures: Figures,
): Promise<readonly NamelessEntry[]> {
  const out = join(folder, "cycle-1");
  const [signing, { committed, entries }] = await timed(async () => {
    const registry = await registryState(suite.accounts);
    const { open } = await findAccounts(suite, commitments);
    const { entries } = assignAccounts(list.entitlements, commitments, open);
    const committed = await commitList(suite, out, { programme, cycle: 1, entries, registry });
    const today = await chainDay(suite);
    const expiresAt = (today + 30) * DAY - 1;
    const plan = {
      opensAt: today * DAY,
      expiresAt,
      graceEndsAt: expiresAt + 14 * DAY,
      periodFirstDay: today,
      periodLastDay: today + 29,
      kind: 0,
      parent: 0,
    };
    const { preparer, approver } = people;
    const terms = termsOf(committed, plan);
    await signAndSend(preparer, prepareCycleCall(suite, programme, 1, terms, preparer.address));
    const hash = checkedTermsHash(suite, await preparedTerms(suite, programme, 1), committed);
    await signAndSend(approver, approveCycleCall(programme, 1, hash, approver.address));
    return { committed, entries };
  });
  const [loading, loaded] = await timed(() =>
    loadCycle(
      people.relayer,
      programme.address,
      1,
      committed.list.chunks,
      relayWith("loading the list", "chunks"),
    ),
  );
  figures["cycle.sign"] = signing;
  figures.load = loading;
  figures["load.chunks"] = loaded.sent;
  figures["load.transactions"] = loaded.transactions;
  return entries;
}

/** Count receipts of several terminals. @param receipts Most receipts to count. */
export async function measureRedeeming(
  { suite, people, programme }: Office,
  entries: readonly NamelessEntry[],
  { receipts, terminals }: { receipts: number; terminals: number },
  figures: Figures,
): Promise<void> {
  const keys = Array.from({ length: terminals }, (_, n) => terminalKey(n + 1));
  const today = await chainDay(suite);
  const sales = makeSales({
    entries: entries.slice(0, receipts),
    cycle: 1,
    terminals: keys.map(({ address }) => address),
    firstDay: today,
    lastDay: today,
    percent: 100,
    step: programme.step,
  });
  const [seconds, { summary }] = await timed(() =>
    redeem(suite, programme, {
      receipts: sales,
      terminals: new Map(keys.map((key) => [key.address, key])),
      relayer: people.relayer,
      relay: relayWith("sending receipts", "receipts"),
    }),
  );
  figures.redeem = seconds;
  figures["redeem.receipts"] = summary.recorded - summary.rejected.length;
  figures["redeem.perSecond"] = Math.round(summary.recorded / seconds);
  figures["redeem.transactions"] = summary.transactions;
}

/** Officers whose signatures a month needs. */
const SIGNERS = ["custodian", "preparer", "approver"] as const satisfies readonly PersonName[];

/** Transactions that each officer has signed so far. */
export async function signaturesSoFar({ people }: Office): Promise<Figures> {
  const counts = SIGNERS.map(async (name) => [`signatures.${name}`, await people[name].getNonce()] as const);
  return Object.fromEntries(await Promise.all(counts));
}

async function chainDay({ provider }: Office["suite"]): Promise<number> {
  const block = await provider.getBlock("latest");
  return Math.floor((block?.timestamp ?? 0) / DAY);
}
