// SPDX-License-Identifier: Apache-2.0
import type { Command } from "commander";
import {
  acts,
  approveCycleCall,
  type CommittedList,
  type CyclePlan,
  checkedTermsHash,
  hashTerms,
  prepareCycleCall,
  preparedTerms,
  releaseCycleCall,
  returnCycleCall,
  termsOf,
} from "#sdk/agency/index.ts";
import { CONTRACT_WORDS, contractNumber } from "#sdk/errors/contractWords.ts";
import { formatAmount } from "#sdk/money/index.ts";
import { loadCycle } from "#sdk/relay/index.ts";
import { readCommittedList, requirePlace } from "../actions/commitList.ts";
import { propose } from "../acts.ts";
import { onProgramme, type ProgrammeDesk } from "../command.ts";
import { amountOption, codeOption, dayOption, momentOption, wholeNumber, wordOption } from "../options.ts";
import type { Answer } from "../output.ts";
import { signAndSend } from "../send.ts";
import { pathOf } from "../settings.ts";
import { proposed } from "./acts.ts";

type Options = Record<string, string | boolean | undefined>;
const LIST = "--list <folder>";
const LIST_HELP = "folder that annona list commit wrote";

export function cycleCommands(cycle: Command): void {
  const prepare = cycle
    .command("prepare")
    .description("prepare a cycle from a committed list (preparer)")
    .requiredOption(LIST, LIST_HELP)
    .requiredOption("--opens <day>", "first day of sales, YYYY-MM-DD")
    .requiredOption("--expires <day>", "last day of sales")
    .requiredOption("--grace <day>", "last day on which late receipts count")
    .option("--period <days>", "assistance period, FIRST..LAST (default: opening to expiry)")
    .option("--kind <kind>", CONTRACT_WORDS.cycleKind.join(", "), "regular")
    .option("--parent <cycle>", "cycle that a top-up, corrective or follow-up belongs to", "0");
  onProgramme(prepare, prepareCommand);

  const approve = cycle
    .command("approve")
    .description("check the list at hand against what was prepared, and approve exactly that (approver)")
    .requiredOption(LIST, LIST_HELP);
  onProgramme(approve, (desk, _, options) =>
    signChecked(desk, options, "approver", approveCycleCall, "approved"),
  );

  const release = cycle
    .command("release")
    .description("release a cycle above a band, after the same check (finance)")
    .requiredOption(LIST, LIST_HELP);
  onProgramme(release, (desk, _, options) =>
    signChecked(desk, options, "finance", releaseCycleCall, "released"),
  );

  const load = cycle
    .command("load")
    .description("load an approved cycle's list; goes on where it was cut off (anyone)")
    .requiredOption(LIST, LIST_HELP);
  onProgramme(load, loadCommand);

  const giveBack = cycle
    .command("return <cycle>")
    .description("send a prepared cycle back (approver or finance)")
    .requiredOption("--reason <code>", "code of the reason, such as AMOUNTS");
  onProgramme(giveBack, async (desk, [number = ""], options) => {
    const id = wholeNumber("cycle", number, 1);
    const officer = await desk.sign("approver");
    const reason = codeOption("--reason", String(options.reason));
    await signAndSend(officer, returnCycleCall(desk.programme, id, reason, officer.address));
    return { data: { cycle: id, state: "returned" }, lines: [`Cycle ${id} is returned.`] };
  });
  proposals(cycle);
}

/** The acts on a cycle that two officers do. */
function proposals(cycle: Command): void {
  const withReason = (name: string, description: string) =>
    cycle
      .command(`${name} <cycle>`)
      .description(description)
      .requiredOption("--reason <code>", "code of the reason");

  onProgramme(
    withReason("cancel", "propose to cancel a cycle before it opens (preparer)"),
    (desk, [number = ""], { reason }) =>
      proposeAct(desk, "preparer", (id) => acts.cancelCycle(id, reasonOf(reason)), number),
  );
  onProgramme(
    withReason("stop", "propose to stop an open cycle (preparer)"),
    (desk, [number = ""], { reason }) =>
      proposeAct(desk, "preparer", (id) => acts.stopCycle(id, reasonOf(reason)), number),
  );
  const extend = withReason("extend", "propose a later expiry and end of grace (preparer)")
    .requiredOption("--expires <day>", "last day of sales")
    .requiredOption("--grace <day>", "last day on which late receipts count");
  onProgramme(extend, (desk, [number = ""], { reason, expires, grace }) => {
    const end = {
      expiresAt: momentOption("--expires", String(expires), "last"),
      graceEndsAt: momentOption("--grace", String(grace), "last"),
    };
    return proposeAct(desk, "preparer", (id) => acts.extendCycle(id, end, reasonOf(reason)), number);
  });
  const reduce = withReason("reduce", "propose to give back what was never loaded (preparer)").requiredOption(
    "--total <amount>",
    "new total in the currency",
  );
  onProgramme(reduce, (desk, [number = ""], { reason, total }) => {
    const amount = amountOption(String(total), desk.programme.currency);
    return proposeAct(desk, "preparer", (id) => acts.reduceCycle(id, amount, reasonOf(reason)), number);
  });
  const close = cycle
    .command("close <cycle>")
    .description("propose to close a cycle after its grace period (finance)");
  onProgramme(close, (desk, [number = ""]) => proposeAct(desk, "finance", acts.closeCycle, number));
}

async function proposeAct(
  desk: ProgrammeDesk,
  role: string,
  encode: (cycle: number) => string,
  cycle: string,
): Promise<Answer> {
  const act = encode(wholeNumber("cycle", cycle, 1));
  return proposed(await propose(await desk.sign(role), desk.programme.address, act), act);
}

function reasonOf(reason: string | boolean | undefined): string {
  return codeOption("--reason", String(reason));
}

async function prepareCommand(desk: ProgrammeDesk, _: readonly string[], options: Options): Promise<Answer> {
  const { suite, programme } = desk;
  const committed = await listAtHand(desk, options);
  const { cycle } = committed.facts;
  const terms = termsOf(committed, planOf(options));
  const preparer = await desk.sign("preparer");
  await signAndSend(preparer, prepareCycleCall(suite, programme, cycle, terms, preparer.address));
  const termsHash = hashTerms(suite, programme.address, cycle, terms);
  const total = formatAmount(committed.list.total, programme.currency);
  const { households } = committed.facts;
  return {
    data: { cycle, termsHash, households, total },
    lines: [
      `Cycle ${cycle} is prepared: ${households} households, ${total} ${programme.currency.code}.`,
      `Its terms have the hash ${termsHash}`,
      `Give the approvers the folder; they sign with: annona cycle approve --list FOLDER`,
    ],
  };
}

function planOf(options: Options): CyclePlan {
  const opensAt = momentOption("--opens", String(options.opens), "first");
  const expiresAt = momentOption("--expires", String(options.expires), "last");
  const [first, last] = typeof options.period === "string" ? options.period.split("..") : [];
  return {
    opensAt,
    expiresAt,
    graceEndsAt: momentOption("--grace", String(options.grace), "last"),
    periodFirstDay: first === undefined ? Math.floor(opensAt / 86_400) : dayOption("--period", first),
    periodLastDay: last === undefined ? Math.floor(expiresAt / 86_400) : dayOption("--period", last),
    kind:
      contractNumber("cycleKind", wordOption("--kind", String(options.kind), CONTRACT_WORDS.cycleKind)) ?? 0,
    parent: wholeNumber("--parent", String(options.parent)),
  };
}

async function signChecked(
  desk: ProgrammeDesk,
  options: Options,
  role: string,
  callOf: typeof approveCycleCall,
  done: string,
): Promise<Answer> {
  const { suite, programme } = desk;
  const committed = await listAtHand(desk, options);
  const { cycle } = committed.facts;
  const termsHash = checkedTermsHash(suite, await preparedTerms(suite, programme, cycle), committed);
  const officer = await desk.sign(role);
  await signAndSend(officer, callOf(programme, cycle, termsHash, officer.address));
  const { state, approvals } = await programme.contract.cycleOf(cycle);
  const word = CONTRACT_WORDS.cycleState[Number(state)] ?? String(state);
  return {
    data: { cycle, termsHash, approvals: Number(approvals), state: word },
    lines: [`Cycle ${cycle} is ${done} with the hash ${termsHash}; it is ${word} now.`],
  };
}

async function loadCommand(desk: ProgrammeDesk, _: readonly string[], options: Options): Promise<Answer> {
  const committed = await listAtHand(desk, options);
  const relay = desk.relay("loading the list", "chunks");
  const { address, contract } = desk.programme;
  const { cycle } = committed.facts;
  const summary = await loadCycle(await desk.sign("relayer"), address, cycle, committed.list.chunks, relay);
  const { loaded } = await contract.cycleOf(cycle);
  return {
    data: { cycle, ...summary, loaded },
    lines: [
      `${summary.total} chunks are loaded, ${summary.sent} of them now, in ${summary.transactions} transactions.`,
    ],
  };
}

async function listAtHand(desk: ProgrammeDesk, options: Options): Promise<CommittedList> {
  const folder = pathOf(String(options.list));
  const committed = await readCommittedList(folder);
  requirePlace(folder, committed, desk.suite, desk.programme.address);
  return committed;
}
