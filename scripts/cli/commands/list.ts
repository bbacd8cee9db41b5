// SPDX-License-Identifier: Apache-2.0
import type { Command } from "commander";
import { findAccounts, registryState } from "#sdk/agency/index.ts";
import { assignAccounts, createCommitter, type NamelessEntry, requireKey } from "#sdk/list/index.ts";
import { formatAmount } from "#sdk/money/index.ts";
import { commitList, readCommittedList } from "../actions/commitList.ts";
import { CliError, EXIT } from "../CliError.ts";
import { offline, onProgramme, type ProgrammeDesk } from "../command.ts";
import { wholeNumber } from "../options.ts";
import { type Answer, progressBar } from "../output.ts";
import { pathOf, readConsortiumKey } from "../settings.ts";
import {
  checkReport,
  currencyOption,
  importOptions,
  problemLines,
  readList,
  withListOptions,
} from "./listOptions.ts";

/** Kind of identifier where the operator does not say another. */
export const DEFAULT_NAMESPACE = "national-id";

type Options = Record<string, string | boolean | undefined>;

export function listCommands(list: Command): void {
  const check = withListOptions(list.command("check <file>"))
    .description("check a list without the chain: every problem by cell, and what the good rows come to")
    .option("--currency <code>", "ISO 4217 code; says how many decimals amounts have")
    .option("--decimals <number>", "decimals of amounts (default: the currency's, else 2)")
    .option("--step <amount>", "smallest payable step");
  offline(check, async (_, [file = ""], options) => {
    const currency = currencyOption(options);
    const imported = await readList(file, importOptions(options, currency));
    const report = checkReport(imported, currency);
    const counts = `${report.rows} rows, ${report.accepted} accepted, ${report.households} households, ${report.total} in total`;
    return {
      data: report,
      lines: [counts, `${report.problems.length} problems`, ...problemLines(report.problems)],
      exitCode: report.problems.length === 0 ? EXIT.done : EXIT.refused,
    };
  });

  const commit = withListOptions(list.command("commit <file>"))
    .description("write the nameless list, its chunks and its control sheet for the next cycle")
    .requiredOption("--out <folder>", "new folder to write to")
    .option("--cycle <number>", "cycle that the list is for (default: the next one)")
    .option("--previous <folder>", "committed list of the cycle before, to compare with")
    .option("--namespace <name>", "kind of identifier, agreed in the consortium", DEFAULT_NAMESPACE)
    .option("--key-version <number>", "version of the consortium key", "1")
    .option("--step <amount>", "smallest payable step (default: the programme's)")
    .option("--leave-out-problems", "commit the good rows although others have problems");
  onProgramme(commit, commitCommand);
}

async function commitCommand(
  desk: ProgrammeDesk,
  [file = ""]: readonly string[],
  options: Options,
): Promise<Answer> {
  const { suite, programme, settings } = desk;
  const key = await readConsortiumKey(settings.consortiumKey);
  await requirePublishedKey(desk, key, wholeNumber("--key-version", String(options.keyVersion), 1));
  const imported = await readList(file, importOptions(options, programme.currency, programme.step));

  // The state of the registry is read before the accounts: a list never names a state newer than what it was built on.
  const registry = await registryState(suite.accounts);
  const commitOne = await createCommitter({ key, namespace: String(options.namespace) });
  const commitments = imported.entitlements.map(({ identifier }) => commitOne(identifier));
  const bar = progressBar("looking up accounts", "households");
  const { open } = await findAccounts(suite, commitments, bar.update);
  bar.stop();
  const assigned = assignAccounts(imported.entitlements, commitments, open);
  const problems = [...imported.problems, ...assigned.problems];
  if (problems.length > 0 && options.leaveOutProblems !== true) {
    const { rows } = imported;
    const facts = { problems: problems.length, accepted: assigned.entries.length, rows };
    const error = new CliError("listHasProblems", facts);
    const report = { error: { code: error.code, message: error.summary, next: error.next }, rows, problems };
    return {
      data: report,
      lines: [error.summary, error.next, ...problemLines(problems)],
      exitCode: EXIT.refused,
    };
  }

  const folder = pathOf(String(options.out));
  const cycle =
    options.cycle === undefined ? await nextCycle(desk) : wholeNumber("--cycle", String(options.cycle), 1);
  const previous = await previousEntries(options.previous);
  const committed = await commitList(suite, folder, {
    programme,
    cycle,
    entries: assigned.entries,
    registry,
    ...previous,
  });
  const { facts } = committed;
  const total = formatAmount(committed.list.total, programme.currency);
  return {
    data: { folder, ...facts, total, leftOut: problems },
    lines: [
      `List for cycle ${cycle}: ${facts.households} households, ${total} ${programme.currency.code}, ${facts.chunks} chunks.`,
      `Root ${facts.root}`,
      ...(problems.length > 0 ? [`Left out: ${problems.length}`, ...problemLines(problems)] : []),
      `Written to ${folder}. Prepare the cycle with: annona cycle prepare --list ${folder}`,
    ],
  };
}

/** Refuse a consortium key that is not the published one. @throws CliError CLI-206, ListError LIST-507. */
export async function requirePublishedKey(
  { suite }: Pick<ProgrammeDesk, "suite">,
  key: Uint8Array,
  version: number,
): Promise<void> {
  const published = await suite.accounts.keyCheckOf(version);
  if (BigInt(published) === 0n) throw new CliError("keyNotPublished", { version });
  await requireKey(key, published);
}

async function nextCycle({ programme }: ProgrammeDesk): Promise<number> {
  return Number(await programme.contract.nextCycleId());
}

async function previousEntries(
  folder: string | boolean | undefined,
): Promise<{ previous?: readonly NamelessEntry[] }> {
  return typeof folder === "string" ? { previous: (await readCommittedList(pathOf(folder))).entries } : {};
}
