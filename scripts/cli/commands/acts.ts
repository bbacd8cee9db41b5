// SPDX-License-Identifier: Apache-2.0
import type { Command } from "commander";
import {
  type ActSource,
  listProgrammes,
  type OpenAct,
  openAct,
  openActs,
  readAct,
  withdrawCall,
} from "#sdk/agency/index.ts";
import { approve } from "../acts.ts";
import { CliError } from "../CliError.ts";
import { type Desk, onChain } from "../command.ts";
import { addressOption, formatMoment, wholeNumber } from "../options.ts";
import type { Answer } from "../output.ts";
import { signAndSend } from "../send.ts";
import { openProgramme } from "../suite.ts";

type Options = Record<string, string | boolean | undefined>;

const CONTRACT = "--contract <address>";
const CONTRACT_HELP = "account registry, currency unit, donor fund or agreement (default: the programme)";

export function actsCommands(acts: Command): void {
  onChain(acts.command("list").description("open proposals").option(CONTRACT, CONTRACT_HELP), listCommand);
  onChain(
    acts.command("show <number>").description("read a proposal").option(CONTRACT, CONTRACT_HELP),
    async (desk, [number = ""], options) => {
      const act = await actOf(desk, number, options);
      return { data: act, lines: describe(act) };
    },
  );
  const approval = acts
    .command("approve <number>")
    .description("restate a proposal and run it")
    .option(CONTRACT, CONTRACT_HELP);
  onChain(approval, (desk, [number = ""], options) => approveCommand(desk, number, options));
  const withdrawal = acts
    .command("withdraw <number>")
    .description("take a proposal back or send it back")
    .option(CONTRACT, CONTRACT_HELP);
  onChain(withdrawal, async (desk, [number = ""], options) => {
    const act = await actOf(desk, number, options);
    await signAndSend(await desk.sign("approver"), withdrawCall(act));
    return { data: { actId: act.actId, withdrawn: true }, lines: [`Proposal ${act.actId} is withdrawn.`] };
  });
}

/** Answer to a proposal that was made. @param contract Whose it is, when it is no programme. */
export function proposed(actId: bigint, act: string, contract?: string): Answer {
  const { name } = readAct(act);
  const place = contract === undefined ? "" : ` --contract ${contract}`;
  return {
    data: { actId, name },
    lines: [
      `Proposed as number ${actId} (${name}). A second officer runs it with: annona acts approve ${actId}${place}`,
    ],
  };
}

/**
 * Approve a proposal, which must be one of these acts where they are named.
 * @throws CliError CLI-307; AgencyError AGENCY-102; ContractRefusal.
 */
export async function approveCommand(
  desk: Desk,
  number: string,
  options: Options,
  wanted?: readonly string[],
): Promise<Answer> {
  const act = await actOf(desk, number, options);
  const { actId } = act;
  if (wanted !== undefined && !wanted.includes(act.name)) {
    throw new CliError("otherAct", { act: number, found: act.name, wanted: wanted.join(" or ") });
  }
  process.stderr.write(`${describe(act).join("\n")}\n`);
  const receipt = await approve(await desk.sign("approver"), act);
  return {
    data: { actId, name: act.name, transaction: receipt.hash },
    lines: [`Proposal ${actId} (${act.name}) is approved and has run.`],
  };
}

async function listCommand(desk: Desk, _: readonly string[], options: Options): Promise<Answer> {
  const sources =
    options.contract === undefined && desk.settings.programme === undefined
      ? await listProgrammes(desk.suite)
      : [await sourceOf(desk, options)];
  const acts = await Promise.all(sources.map((source) => openActs(desk.suite, source)));
  const open = acts.flat();
  return { data: { acts: open }, lines: open.length === 0 ? ["Nothing waits."] : open.flatMap(describe) };
}

async function actOf(desk: Desk, number: string, options: Options): Promise<OpenAct> {
  return await openAct(desk.suite, await sourceOf(desk, options), BigInt(wholeNumber("number", number, 1)));
}

async function sourceOf(desk: Desk, options: Options): Promise<ActSource> {
  if (typeof options.contract === "string") return { address: addressOption("--contract", options.contract) };
  return await openProgramme(desk.suite, desk.settings.programme);
}

function describe(act: OpenAct): string[] {
  const values = JSON.stringify(
    act.args,
    (_, value) => (typeof value === "bigint" ? value.toString() : value),
    2,
  );
  return [
    `Proposal ${act.actId}: ${act.name}, proposed by ${act.proposer} on ${formatMoment(act.proposedAt)}`,
    ...values.split("\n").map((line) => `  ${line}`),
  ];
}
