// SPDX-License-Identifier: Apache-2.0
import type { Command } from "commander";
import { IDualControl__factory } from "#bindings/index.ts";
import { approve, type OpenAct, openAct, openActs, readAct, withdraw } from "../acts.ts";
import { CliError } from "../CliError.ts";
import { type Desk, onChain } from "../command.ts";
import { addressOption, formatMoment, wholeNumber } from "../options.ts";
import type { Answer } from "../output.ts";
import { listProgrammes, openProgramme } from "../suite.ts";

type Options = Record<string, string | boolean | undefined>;

const CONTRACT = "--contract <address>";
const CONTRACT_HELP = "account registry or currency unit (default: the programme)";

export function actsCommands(program: Command): void {
  const acts = program.command("acts").description("what waits for a second officer");
  onChain(acts.command("list").description("open proposals").option(CONTRACT, CONTRACT_HELP), listCommand);
  onChain(
    acts.command("show <number>").description("read a proposal").option(CONTRACT, CONTRACT_HELP),
    async (desk, [number = ""], options) => {
      const act = await openAct(...(await control(desk, options)), BigInt(wholeNumber("number", number, 1)));
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
    const act = await openAct(...(await control(desk, options)), BigInt(wholeNumber("number", number, 1)));
    await withdraw(await desk.sign("approver"), act.contract, act.actId, act.act);
    return { data: { actId: act.actId, withdrawn: true }, lines: [`Proposal ${act.actId} is withdrawn.`] };
  });
}

/** Answer to a proposal that was made. */
export function proposed(actId: bigint, act: string): Answer {
  const { name } = readAct(act);
  return {
    data: { actId, name },
    lines: [
      `Proposed as number ${actId} (${name}). A second officer runs it with: annona acts approve ${actId}`,
    ],
  };
}

/**
 * Approve a proposal, which must be one of these acts where they are named.
 * @throws CliError CLI-306, CLI-307; ContractRefusal.
 */
export async function approveCommand(
  desk: Desk,
  number: string,
  options: Options,
  wanted?: readonly string[],
): Promise<Answer> {
  const actId = BigInt(wholeNumber("number", number, 1));
  const act = await openAct(...(await control(desk, options)), actId);
  if (wanted !== undefined && !wanted.includes(act.name)) {
    throw new CliError("otherAct", { act: number, found: act.name, wanted: wanted.join(" or ") });
  }
  process.stderr.write(`${describe(act).join("\n")}\n`);
  const receipt = await approve(await desk.sign("approver"), act.contract, actId, act.act);
  return {
    data: { actId, name: act.name, transaction: receipt.hash },
    lines: [`Proposal ${actId} (${act.name}) is approved and has run.`],
  };
}

async function listCommand(desk: Desk, _: readonly string[], options: Options): Promise<Answer> {
  const contracts =
    options.contract === undefined && desk.settings.programme === undefined
      ? (await listProgrammes(desk.suite)).map(({ address }) => address)
      : [await contractOf(desk, options)];
  const { fromBlock } = desk.suite.deployment;
  const acts = await Promise.all(
    contracts.map((address) =>
      openActs(IDualControl__factory.connect(address, desk.suite.provider), fromBlock),
    ),
  );
  const open = acts.flat();
  return { data: { acts: open }, lines: open.length === 0 ? ["Nothing waits."] : open.flatMap(describe) };
}

async function control(
  desk: Desk,
  options: Options,
): Promise<[ReturnType<typeof IDualControl__factory.connect>, number]> {
  const contract = await contractOf(desk, options);
  return [IDualControl__factory.connect(contract, desk.suite.provider), desk.suite.deployment.fromBlock];
}

async function contractOf(desk: Desk, options: Options): Promise<string> {
  if (typeof options.contract === "string") return addressOption("--contract", options.contract);
  return (await openProgramme(desk.suite, desk.settings.programme)).address;
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
