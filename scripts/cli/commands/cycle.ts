// SPDX-License-Identifier: Apache-2.0
import type { Command } from "commander";
import { CONTRACT_WORDS, contractNumber } from "#sdk/errors/contractWords.ts";
import { formatAmount } from "#sdk/money/index.ts";
import { type CommittedList, readCommittedList, requirePlace } from "../actions/commitList.ts";
import * as cycles from "../actions/cycles.ts";
import { propose } from "../acts.ts";
import { onProgramme, type ProgrammeDesk } from "../command.ts";
import { amountOption, codeOption, dayOption, momentOption, wholeNumber, wordOption } from "../options.ts";
import type { Answer } from "../output.ts";
import { pathOf } from "../settings.ts";
import { proposed } from "./acts.ts";

type Options = Record<string, string | boolean | undefined>;
const LIST = "--list <folder>";
const LIST_HELP = "folder that annona list commit wrote";

export function cycleCommands(program: Command): void {
  const cycle = program.command("cycle").description("prepare, approve, load and end cycles");

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
    signChecked(desk, options, "approver", cycles.approveCycle, "approved"),
  );

  const release = cycle
    .command("release")
    .description("release a cycle above a band, after the same check (finance)")
    .requiredOption(LIST, LIST_HELP);
  onProgramme(release, (desk, _, options) =>
    signChecked(desk, options, "finance", cycles.releaseCycle, "released"),
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
    await cycles.returnCycle(desk.programme, officer, id, codeOption("--reason", String(options.reason)));
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
      proposeAct(
        desk,
        "preparer",
        (face, id) => face.encodeFunctionData("cancelCycle", [id, reasonOf(reason)]),
        number,
      ),
  );
  onProgramme(
    withReason("stop", "propose to stop an open cycle (preparer)"),
    (desk, [number = ""], { reason }) =>
      proposeAct(
        desk,
        "preparer",
        (face, id) => face.encodeFunctionData("stopCycle", [id, reasonOf(reason)]),
        number,
      ),
  );
  const extend = withReason("extend", "propose a later expiry and end of grace (preparer)")
    .requiredOption("--expires <day>", "last day of sales")
    .requiredOption("--grace <day>", "last day on which late receipts count");
  onProgramme(extend, (desk, [number = ""], { reason, expires, grace }) => {
    const times = [
      momentOption("--expires", String(expires), "last"),
      momentOption("--grace", String(grace), "last"),
    ] as const;
    const encode: Encode = (face, id) =>
      face.encodeFunctionData("extendCycle", [id, ...times, reasonOf(reason)]);
    return proposeAct(desk, "preparer", encode, number);
  });
  const reduce = withReason("reduce", "propose to give back what was never loaded (preparer)").requiredOption(
    "--total <amount>",
    "new total in the currency",
  );
  onProgramme(reduce, (desk, [number = ""], { reason, total }) => {
    const amount = amountOption(String(total), desk.programme.currency);
    const encode: Encode = (face, id) =>
      face.encodeFunctionData("reduceCycle", [id, amount, reasonOf(reason)]);
    return proposeAct(desk, "preparer", encode, number);
  });
  const close = cycle
    .command("close <cycle>")
    .description("propose to close a cycle after its grace period (finance)");
  onProgramme(close, (desk, [number = ""]) =>
    proposeAct(desk, "finance", (face, id) => face.encodeFunctionData("closeCycle", [id]), number),
  );
}

type Encode = (face: ProgrammeDesk["programme"]["contract"]["interface"], cycle: number) => string;

async function proposeAct(desk: ProgrammeDesk, role: string, encode: Encode, cycle: string): Promise<Answer> {
  const { programme } = desk;
  const act = encode(programme.contract.interface, wholeNumber("cycle", cycle, 1));
  return proposed(await propose(await desk.sign(role), programme.address, act), act);
}

function reasonOf(reason: string | boolean | undefined): string {
  return codeOption("--reason", String(reason));
}

async function prepareCommand(desk: ProgrammeDesk, _: readonly string[], options: Options): Promise<Answer> {
  const { programme } = desk;
  const { committed } = await listAtHand(desk, options);
  const plan = planOf(options);
  const { cycle, termsHash } = await cycles.prepareCycle(
    desk.suite,
    programme,
    await desk.sign("preparer"),
    committed,
    plan,
  );
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

function planOf(options: Options): cycles.CyclePlan {
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
  sign: typeof cycles.approveCycle,
  done: string,
): Promise<Answer> {
  const { suite, programme } = desk;
  const { committed, folder } = await listAtHand(desk, options);
  const { cycle } = committed.facts;
  const termsHash = cycles.checkedTermsHash(
    suite,
    await cycles.preparedTerms(suite, programme, cycle),
    committed,
    folder,
  );
  await sign(programme, await desk.sign(role), cycle, termsHash);
  const { state, approvals } = await programme.contract.cycleOf(cycle);
  const word = CONTRACT_WORDS.cycleState[Number(state)] ?? String(state);
  return {
    data: { cycle, termsHash, approvals: Number(approvals), state: word },
    lines: [`Cycle ${cycle} is ${done} with the hash ${termsHash}; it is ${word} now.`],
  };
}

async function loadCommand(desk: ProgrammeDesk, _: readonly string[], options: Options): Promise<Answer> {
  const { committed } = await listAtHand(desk, options);
  const relay = desk.relay("loading the list", "chunks");
  const summary = await cycles.loadCycle(desk.programme, await desk.sign("relayer"), committed, relay);
  const { loaded } = await desk.programme.contract.cycleOf(committed.facts.cycle);
  return {
    data: { cycle: committed.facts.cycle, ...summary, loaded },
    lines: [
      `${summary.total} chunks are loaded, ${summary.sent} of them now, in ${summary.transactions} transactions.`,
    ],
  };
}

async function listAtHand(
  desk: ProgrammeDesk,
  options: Options,
): Promise<{ committed: CommittedList; folder: string }> {
  const folder = pathOf(String(options.list));
  const committed = await readCommittedList(folder);
  requirePlace(folder, committed, desk.suite, desk.programme.address);
  return { committed, folder };
}
