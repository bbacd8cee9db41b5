// SPDX-License-Identifier: Apache-2.0
import type { Command } from "commander";
import {
  listProgrammes,
  type ProgrammeHandle,
  readBalances,
  readCycles,
  type Suite,
} from "#sdk/agency/index.ts";
import { contractWord } from "#sdk/errors/contractWords.ts";
import { CYCLE_STATES } from "#sdk/history/names.ts";
import { type Amount, formatAmount } from "#sdk/money/index.ts";
import { type Desk, onChain } from "../command.ts";
import { formatMoment } from "../options.ts";
import type { Answer } from "../output.ts";
import { openProgramme } from "../suite.ts";

export function statusCommand(status: Command): void {
  onChain(status, run);
}

async function run(desk: Desk): Promise<Answer> {
  const { suite, settings } = desk;
  const handles = settings.programme
    ? [await openProgramme(suite, settings.programme)]
    : await listProgrammes(suite);
  const programmes = await Promise.all(handles.map((handle) => describe(suite, handle)));
  const block = await suite.provider.getBlockNumber();
  return {
    data: { chainId: suite.chainId, block, programmes },
    lines: programmes.length === 0 ? ["No programmes yet."] : programmes.flatMap(linesOf),
  };
}

type Description = Awaited<ReturnType<typeof describe>>;

async function describe(suite: Suite, programme: ProgrammeHandle) {
  const { address, name, organisation, currency } = programme;
  const money = (amount: Amount) => formatAmount(amount, currency);
  const [{ free, reserved, owed, fees }, found] = await Promise.all([
    readBalances(programme),
    readCycles(suite, programme),
  ]);
  const cycles = found.map((cycle) => ({
    cycle: cycle.cycle,
    state: contractWord("cycleState", CYCLE_STATES.indexOf(cycle.state)),
    opensAt: cycle.opensAt,
    expiresAt: cycle.expiresAt,
    graceEndsAt: cycle.graceEndsAt,
    approvals: cycle.approvals,
    chunks: cycle.chunks,
    chunksLoaded: cycle.chunksLoaded,
    total: money(cycle.total),
    loaded: money(cycle.loaded),
    redeemed: money(cycle.redeemed),
    refunded: money(cycle.refunded),
  }));
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
