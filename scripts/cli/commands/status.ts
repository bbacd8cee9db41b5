// SPDX-License-Identifier: Apache-2.0
import type { Command } from "commander";
import { contractWord } from "#sdk/errors/contractWords.ts";
import { amountOf, formatAmount } from "#sdk/money/index.ts";
import { type Desk, onChain } from "../command.ts";
import { formatMoment } from "../options.ts";
import type { Answer } from "../output.ts";
import { listProgrammes, openProgramme, type ProgrammeHandle } from "../suite.ts";

export function statusCommand(program: Command): void {
  onChain(program.command("status").description("programmes with their money and their cycles"), run);
}

async function run(desk: Desk): Promise<Answer> {
  const { suite, settings } = desk;
  const handles = settings.programme
    ? [await openProgramme(suite, settings.programme)]
    : await listProgrammes(suite);
  const programmes = await Promise.all(handles.map(describe));
  const block = await suite.provider.getBlockNumber();
  return {
    data: { chainId: suite.chainId, block, programmes },
    lines: programmes.length === 0 ? ["No programmes yet."] : programmes.flatMap(linesOf),
  };
}

type Description = Awaited<ReturnType<typeof describe>>;

async function describe({ contract, address, name, organisation, currency }: ProgrammeHandle) {
  const money = (units: bigint) => formatAmount(amountOf(units), currency);
  const [{ free, reserved, owed, fees }, next] = await Promise.all([
    contract.balances(),
    contract.nextCycleId(),
  ]);
  const cycles = await Promise.all(
    Array.from({ length: Number(next) - 1 }, async (_, i) => {
      const view = await contract.cycleOf(i + 1);
      return {
        cycle: i + 1,
        state: contractWord("cycleState", view.state),
        opensAt: Number(view.opensAt),
        expiresAt: Number(view.expiresAt),
        graceEndsAt: Number(view.graceEndsAt),
        approvals: Number(view.approvals),
        chunks: Number(view.chunks),
        chunksLoaded: Number(view.chunksLoaded),
        total: money(view.total),
        loaded: money(view.loaded),
        redeemed: money(view.redeemed),
        refunded: money(view.refunded),
      };
    }),
  );
  const balances = { free: money(free), reserved: money(reserved), owed: money(owed), fees: money(fees) };
  return { address, name, organisation, currency, balances, cycles };
}

function linesOf({ name, address, currency, balances, cycles }: Description): string[] {
  const { free, reserved, owed, fees } = balances;
  return [
    `${name} (${address})`,
    `  ${currency.code}: free ${free}, reserved ${reserved}, owed ${owed}, fees ${fees}`,
    ...cycles.map(
      (cycle) =>
        `  cycle ${cycle.cycle}, ${cycle.state}, until ${formatMoment(cycle.expiresAt)}: total ${cycle.total}, ` +
        `loaded ${cycle.loaded} (${cycle.chunksLoaded} of ${cycle.chunks} chunks), redeemed ${cycle.redeemed}, refunded ${cycle.refunded}`,
    ),
  ];
}
