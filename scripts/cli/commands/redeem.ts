// SPDX-License-Identifier: Apache-2.0
import type { Command } from "commander";
import { computeAddress, Wallet } from "ethers";
import { parseReceiptsCsv } from "#sdk/formats/receiptsCsv.ts";
import { cycleId, RECOGNITIONS, REJECTIONS, STOPS } from "#sdk/receipts/index.ts";
import { readCommittedList, requirePlace } from "../actions/commitList.ts";
import { type Redeemed, redeem } from "../actions/redeem.ts";
import { CliError, EXIT } from "../CliError.ts";
import { onProgramme, type ProgrammeDesk } from "../command.ts";
import { readKeys } from "../keys.ts";
import { wholeNumber, wordOption } from "../options.ts";
import type { Answer } from "../output.ts";
import { pathOf, readUserFile } from "../settings.ts";
import { problemLines } from "./listOptions.ts";
import { receiptOptions, withReceiptOptions } from "./receiptOptions.ts";

type Options = Record<string, string | boolean | undefined>;

export function redeemCommand(command: Command): void {
  withReceiptOptions(command)
    .option("--cycle <number>", "cycle of all rows, where the file has no column for it")
    .option("--recognition <way>", `how households were recognised: ${RECOGNITIONS.join(", ")}`)
    .option("--list <folder>", "committed list, for refunds from a list that is not loaded in full");
  onProgramme(command, run);
}

async function run(desk: ProgrammeDesk, [file = ""]: readonly string[], options: Options): Promise<Answer> {
  const { cycle, recognition } = options;
  const parsed = await parseReceiptsCsv(await readUserFile(file), {
    ...(await receiptOptions(desk, options)),
    ...(typeof cycle === "string" ? { cycle: cycleId(wholeNumber("--cycle", cycle, 1)) } : {}),
    ...(typeof recognition === "string"
      ? { recognition: wordOption("--recognition", recognition, RECOGNITIONS) }
      : {}),
  });
  const { rows, problems } = parsed;
  if (problems.length > 0) {
    const error = new CliError("receiptsUnreadable", { problems: problems.length });
    const report = { error: { code: error.code, message: error.summary, next: error.next }, rows, problems };
    return {
      data: report,
      lines: [error.summary, error.next, ...problemLines(problems)],
      exitCode: EXIT.refused,
    };
  }
  const result = await redeem(desk.suite, desk.programme, {
    receipts: parsed.receipts.map(({ receipt }) => receipt),
    terminals: await terminalKeys(desk),
    relayer: await desk.sign("relayer"),
    lists: await listsOf(desk, options.list),
    relay: desk.relay("sending receipts", "receipts"),
  });
  return report(rows, result);
}

function report(rows: number, { plan, summary }: Redeemed): Answer {
  const waiting = plan.batches.flatMap(({ waitsFor, receipts }) => (waitsFor ? receipts : [])).length;
  const counted = plan.counted.length;
  const { rejected, stopped } = summary;
  const lines = [
    `${rows} receipts in the file: ${summary.recorded} count now, ${counted} counted before.`,
    ...plan.problems.map(({ code, message }) => `${code} ${message}`),
    ...rejected.map(({ terminal, number, rejection }) => {
      const { code, summary: what, next } = REJECTIONS[rejection];
      return `Receipt ${number} of ${terminal}: ${code} ${what} ${next}`;
    }),
    ...stopped.map(({ terminal, nextNumber, stop }) => {
      const {
        code,
        summary: what,
        next,
      } = stop ? STOPS[stop] : { code: "RCPT-2", summary: "It is not known why.", next: "Send it again." };
      return `Terminal ${terminal} stopped before receipt ${nextNumber}: ${code} ${what} ${next}`;
    }),
  ];
  const isComplete = rejected.length === 0 && stopped.length === 0 && plan.problems.length === 0;
  return {
    data: {
      rows,
      recorded: summary.recorded,
      countedBefore: counted,
      waiting,
      transactions: summary.transactions,
      gasUsed: summary.gasUsed,
      rejected,
      stopped,
      problems: plan.problems,
    },
    lines,
    exitCode: isComplete ? EXIT.done : EXIT.refused,
  };
}

async function terminalKeys({ settings }: ProgrammeDesk): Promise<Map<string, Wallet>> {
  const keys = await readKeys(settings.keys);
  return new Map(keys.map(({ privateKey }) => [computeAddress(privateKey), new Wallet(privateKey)]));
}

async function listsOf({ suite, programme }: ProgrammeDesk, folder: string | boolean | undefined) {
  if (typeof folder !== "string") return new Map();
  const path = pathOf(folder);
  const committed = await readCommittedList(path);
  requirePlace(path, committed, suite, programme.address);
  return new Map([[committed.facts.cycle, committed.list.chunks]]);
}
