// SPDX-License-Identifier: Apache-2.0
import { writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { readBooks } from "#sdk/agency/index.ts";
import { parseStatementCsv } from "#sdk/formats/statementCsv.ts";
import { type Amount, formatAmount } from "#sdk/money/index.ts";
import {
  CLASS_NAMES,
  encodeResultCsv,
  type Reconciliation,
  reconcile,
  resultLines,
  statementDocument,
} from "#sdk/reconcile/index.ts";
import { CliError, EXIT } from "../CliError.ts";
import { onProgramme, type ProgrammeDesk } from "../command.ts";
import { wholeNumber } from "../options.ts";
import type { Answer } from "../output.ts";
import { pathOf, readUserFile } from "../settings.ts";
import { problemLines } from "./listOptions.ts";
import { receiptOptions, withReceiptOptions } from "./receiptOptions.ts";

type Options = Record<string, string | boolean | undefined>;

export function reconcileCommand(command: Command): void {
  withReceiptOptions(command)
    .requiredOption("--shop <number>", "number of the shop")
    .requiredOption("--cycle <number>", "number of the cycle")
    .option("--out <file>", "write the statement document, which a settlement names")
    .option("--table <file>", "write every row as CSV, for the desk");
  onProgramme(command, run);
}

async function run(desk: ProgrammeDesk, [file = ""]: readonly string[], options: Options): Promise<Answer> {
  const parsed = await parseStatementCsv(await readUserFile(file), await receiptOptions(desk, options));
  const { problems, rows } = parsed;
  if (problems.length > 0) {
    const error = new CliError("receiptsUnreadable", { problems: problems.length });
    const report = { error: { code: error.code, message: error.summary, next: error.next }, rows, problems };
    return {
      data: report,
      lines: [error.summary, error.next, ...problemLines(problems)],
      exitCode: EXIT.refused,
    };
  }
  const shop = wholeNumber("--shop", String(options.shop), 1);
  const cycle = wholeNumber("--cycle", String(options.cycle), 1);
  const books = await readBooks(
    { suite: desk.suite, programme: desk.programme, shop, cycle },
    parsed.statement,
  );
  const result = reconcile(books);
  const { bytes, hash } = await statementDocument(result);
  if (typeof options.out === "string") await writeFile(pathOf(options.out), bytes);
  if (typeof options.table === "string") await writeFile(pathOf(options.table), encodeResultCsv(result));
  return answer(desk, result, hash);
}

function answer({ programme }: ProgrammeDesk, result: Reconciliation, statement: string): Answer {
  const money = (amount: Amount) => formatAmount(amount, programme.currency);
  const classes = CLASS_NAMES.flatMap((name) => {
    const { rows, claimed, counted, difference } = result.classes[name];
    return rows === 0
      ? []
      : [
          {
            class: name,
            rows,
            claimed: money(claimed),
            counted: money(counted),
            difference: money(difference),
          },
        ];
  });
  const { claimed, counted, difference, rows } = result.total;
  const total = { rows, claimed: money(claimed), counted: money(counted), difference: money(difference) };
  const isClean = result.rows.every((row) => row.difference === 0n) && !result.unexplained;
  return {
    data: {
      total,
      classes,
      unexplained: result.unexplained === null ? null : money(result.unexplained),
      lastReceipts: result.lastReceipts,
      statement,
      rows: resultLines(result),
    },
    lines: [
      `The shop claims ${total.claimed}, the chain counts ${total.counted}: ${total.difference} ${programme.currency.code} between them.`,
      ...classes.map(
        (line) => `  ${line.class}: ${line.rows} receipts, claimed ${line.claimed}, counted ${line.counted}`,
      ),
      ...resultLines(result).flatMap((line) =>
        line.class === "Matched"
          ? []
          : [`  receipt ${line.number}: ${line.code} ${line.reason} ${line.next_step}`],
      ),
      `Statement ${statement}`,
    ],
    exitCode: isClean ? EXIT.done : EXIT.refused,
  };
}
