// SPDX-License-Identifier: Apache-2.0
import type { Command } from "commander";
import { listProgrammes } from "#sdk/agency/index.ts";
import { createCommitter } from "#sdk/list/index.ts";
import { openAccounts } from "../actions/openAccounts.ts";
import { CliError, EXIT } from "../CliError.ts";
import { type Desk, onChain } from "../command.ts";
import { wholeNumber } from "../options.ts";
import type { Answer } from "../output.ts";
import { readConsortiumKey } from "../settings.ts";
import { openProgramme } from "../suite.ts";
import { DEFAULT_NAMESPACE, requirePublishedKey } from "./list.ts";
import { importOptions, problemLines, readList, withListOptions } from "./listOptions.ts";

type Options = Record<string, string | boolean | undefined>;

/** An opening needs no amounts: each household counts one. */
const COUNTING = { code: "household", decimals: 0 };

export function accountsCommands(accounts: Command): void {
  const open = withListOptions(accounts.command("open <file>"))
    .description("open an account for each household of a list that has none; goes on where it was cut off")
    .option("--organisation <number>", "organisation that opens them (default: the programme's)")
    .option("--namespace <name>", "kind of identifier, agreed in the consortium", DEFAULT_NAMESPACE)
    .option("--key-version <number>", "version of the consortium key", "1")
    .option("--relayer <name>", "key that pays for pushing the chunks (default: relayer)")
    .option("--leave-out-problems", "open accounts for the good rows although others have problems");
  onChain(open, openCommand);
}

async function openCommand(desk: Desk, [file = ""]: readonly string[], options: Options): Promise<Answer> {
  const { suite, settings } = desk;
  const key = await readConsortiumKey(settings.consortiumKey);
  const keyVersion = wholeNumber("--key-version", String(options.keyVersion), 1);
  await requirePublishedKey(desk, key, keyVersion);

  const identifiersOnly = { ...options, amount: undefined, value: "1", times: undefined, step: undefined };
  const { mapping, ...reading } = importOptions(identifiersOnly, COUNTING);
  const { id } = mapping;
  const imported = await readList(file, { ...reading, mapping: { id, value: "1" } });
  const { problems, rows } = imported;
  if (problems.length > 0 && options.leaveOutProblems !== true) {
    const error = new CliError("openingUnfit", { problems: problems.length });
    const report = { error: { code: error.code, message: error.summary, next: error.next }, rows, problems };
    return {
      data: report,
      lines: [error.summary, error.next, ...problemLines(problems)],
      exitCode: EXIT.refused,
    };
  }

  const commit = await createCommitter({ key, namespace: String(options.namespace) });
  const opened = await openAccounts(suite, {
    organisation: await organisationOf(desk, options.organisation),
    keyVersion,
    commitments: imported.entitlements.map(({ identifier }) => commit(identifier)),
    custodian: await desk.sign("custodian"),
    relayer: await desk.relayer(typeof options.relayer === "string" ? options.relayer : undefined),
    relay: desk.relay("opening accounts", "chunks"),
  });
  const { relay, ...counts } = opened;
  return {
    data: {
      rows,
      ...counts,
      transactions: relay?.transactions ?? 0,
      gasUsed: relay?.gasUsed ?? 0n,
      problems,
    },
    lines: [
      opened.opened === 0
        ? `All ${opened.known} households have an account already.`
        : `${opened.opened} accounts ${opened.resumed ? "of the opening that was cut off are" : "are"} open, ${opened.known} were known.`,
      ...problemLines(problems),
    ],
  };
}

async function organisationOf(desk: Desk, stated: string | boolean | undefined): Promise<number> {
  if (typeof stated === "string") return wholeNumber("--organisation", stated, 1);
  const programmes = await listProgrammes(desk.suite);
  const [first] = programmes;
  const isOneOrganisation = programmes.every(({ organisation }) => organisation === first?.organisation);
  if (first !== undefined && isOneOrganisation) return first.organisation;
  return (await openProgramme(desk.suite, desk.settings.programme)).organisation;
}
