// SPDX-License-Identifier: Apache-2.0
import type { Command } from "commander";
import { acts, extractsForCorrection } from "#sdk/agency/index.ts";
import { accountNumberOf, type ProvenChunk } from "#sdk/list/index.ts";
import {
  CORRECTION_KINDS,
  type Correction,
  cycleId,
  type Entry,
  receiptNumber,
  terminalAddress,
} from "#sdk/receipts/index.ts";
import { readCommittedList, requirePlace } from "../actions/commitList.ts";
import { propose } from "../acts.ts";
import { CliError } from "../CliError.ts";
import { onProgramme, type ProgrammeDesk } from "../command.ts";
import { amountOption, wholeNumber, wordOption } from "../options.ts";
import type { Answer } from "../output.ts";
import { pathOf } from "../settings.ts";
import { proposed } from "./acts.ts";

type Options = Record<string, string | boolean | undefined>;

export function correctCommand(command: Command): void {
  command
    .requiredOption("--terminal <address>", "terminal of the receipt")
    .requiredOption("--number <number>", "number of the receipt")
    .requiredOption("--cycle <number>", "cycle of the receipt")
    .requiredOption("--kind <kind>", "honour a rejected one, reverse a credited one, or reenter it rightly")
    .option("--account <number>", "honour: who is debited; reverse and reenter: who was debited")
    .option("--amount <amount>", "honour: what is credited; reverse and reenter: what was credited")
    .option("--new-account <number>", "reenter: the right account")
    .option("--new-amount <amount>", "reenter: the right amount")
    .requiredOption("--reason <code>", "code of the reason, such as WRONG-AMOUNT")
    .option("--list <folder>", "committed list, where it is not loaded in full");
  onProgramme(command, run);
}

async function run(desk: ProgrammeDesk, _: readonly string[], options: Options): Promise<Answer> {
  const { programme } = desk;
  const kind = wordOption("--kind", String(options.kind), CORRECTION_KINDS);
  const before = entryOf(desk, options.account, options.amount);
  const after = entryOf(desk, options.newAccount, options.newAmount);
  if (kind !== "reenter" && before === undefined) {
    throw new CliError("optionMissing", {
      option: "--account or --amount",
      wanted: "both, from the receipt",
    });
  }
  const correction: Correction = {
    terminal: terminalAddress(String(options.terminal)),
    number: receiptNumber(wholeNumber("--number", String(options.number), 1)),
    cycle: cycleId(wholeNumber("--cycle", String(options.cycle), 1)),
    kind,
    ...(before === undefined ? {} : { old: before }),
    ...(after === undefined ? {} : { new: after }),
    reason: String(options.reason),
  };
  const act = await correctionAct(desk, correction, options.list);
  return proposed(await propose(await desk.sign("finance"), programme.address, act), act);
}

/** Calldata of a correction, with the list chunk that shows what the household was listed with. */
async function correctionAct(
  desk: ProgrammeDesk,
  correction: Correction,
  folder: string | boolean | undefined,
): Promise<string> {
  const list = await listAtHand(desk, correction.cycle, folder);
  return acts.correct(correction, await extractsForCorrection(desk.suite, desk.programme, correction, list));
}

/** The committed list that the user names; undefined where they name none. */
async function listAtHand(
  { suite, programme }: ProgrammeDesk,
  cycle: number,
  folder: string | boolean | undefined,
): Promise<readonly ProvenChunk[] | undefined> {
  if (typeof folder !== "string") return undefined;
  const path = pathOf(folder);
  const committed = await readCommittedList(path);
  requirePlace(path, committed, suite, programme.address, cycle);
  return committed.list.chunks;
}

function entryOf(
  { programme }: ProgrammeDesk,
  account: string | boolean | undefined,
  amount: string | boolean | undefined,
): Entry | undefined {
  if (typeof account !== "string" || typeof amount !== "string") return undefined;
  return {
    account: accountNumberOf(wholeNumber("account", account, 1)),
    amount: amountOption(amount, programme.currency),
  };
}
