// SPDX-License-Identifier: Apache-2.0
import type { Command } from "commander";
import { computeAddress } from "ethers";
import { findAccounts } from "#sdk/agency/index.ts";
import type { ReceiptFileOptions, ResolveIds } from "#sdk/formats/receiptsCsvRows.ts";
import { createCommitter, normaliseIdentifier } from "#sdk/list/index.ts";
import { type TerminalAddress, terminalAddress } from "#sdk/receipts/index.ts";
import type { ProgrammeDesk } from "../command.ts";
import { readKeys } from "../keys.ts";
import { wordOption } from "../options.ts";
import { readConsortiumKey } from "../settings.ts";
import { DEFAULT_NAMESPACE, requirePublishedKey } from "./list.ts";

type Options = Record<string, string | boolean | undefined>;

/** Options that say how to read a file of receipts or a shop's statement. */
export function withReceiptOptions(command: Command): Command {
  return command
    .option("--account <column>", "column with the account number (default: account)")
    .option("--id <column>", "column with the identifier, where the file has no account numbers")
    .option("--namespace <name>", "kind of identifier, agreed in the consortium", DEFAULT_NAMESPACE)
    .option("--terminal <address>", "terminal of all rows, where the file has no column for it")
    .option("--date-format <format>", "dd/mm/yyyy or mm/dd/yyyy, where dates are not YYYY-MM-DD")
    .option("--decimal-mark <mark>", ". or , where the column does not tell");
}

/** Reading options from the command line. Identifiers are only resolved when a column of them is named. */
export async function receiptOptions(desk: ProgrammeDesk, options: Options): Promise<ReceiptFileOptions> {
  const { id, account, terminal, dateFormat, decimalMark } = options;
  return {
    currency: desk.programme.currency,
    columns: {
      ...(typeof id === "string" ? { id } : {}),
      ...(typeof account === "string" ? { account } : {}),
    },
    terminals: await terminalNames(desk),
    ...(typeof id === "string" ? { resolveIds: await resolver(desk, String(options.namespace)) } : {}),
    ...(typeof terminal === "string" ? { terminal: terminalAddress(terminal) } : {}),
    ...(typeof dateFormat === "string"
      ? { dateFormat: wordOption("--date-format", dateFormat, ["dd/mm/yyyy", "mm/dd/yyyy"]) }
      : {}),
    ...(typeof decimalMark === "string"
      ? { decimalMark: wordOption("--decimal-mark", decimalMark, [".", ","]) }
      : {}),
  };
}

/** Terminals by the names that this machine's key file has for them. */
async function terminalNames({ settings }: ProgrammeDesk): Promise<Map<string, TerminalAddress>> {
  const keys = await readKeys(settings.keys);
  return new Map(keys.map(({ name, privateKey }) => [name, terminalAddress(computeAddress(privateKey))]));
}

async function resolver(desk: ProgrammeDesk, namespace: string): Promise<ResolveIds> {
  const key = await readConsortiumKey(desk.settings.consortiumKey);
  await requirePublishedKey(desk, key, 1);
  const commit = await createCommitter({ key, namespace });
  return async (written) => {
    const readings = written.flatMap((text) => {
      const reading = normaliseIdentifier(text);
      return "identifier" in reading ? [{ text, commitment: commit(reading.identifier) }] : [];
    });
    const { open } = await findAccounts(
      desk.suite,
      readings.map(({ commitment }) => commitment),
    );
    return new Map(
      readings.flatMap(({ text, commitment }) => {
        const account = open.get(commitment);
        return account === undefined ? [] : [[text, account] as const];
      }),
    );
  };
}
