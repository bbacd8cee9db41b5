// SPDX-License-Identifier: Apache-2.0

import { textOfBytes32 } from "#sdk/errors/contractWords.ts";
import { SETTLEMENT_STATES, type SettlementState } from "#sdk/history/names.ts";
import { type Amount, amountOf } from "#sdk/money/index.ts";
import { AgencyError } from "./AgencyError.ts";
import { blockTimes, readEvents } from "./logs.ts";
import type { TerminalMark } from "./settlementTerms.ts";
import type { ProgrammeHandle, Suite } from "./suite.ts";

/** A settlement with a shop as it stands now. */
export interface Settlement {
  readonly settlement: number;
  readonly shop: number;
  readonly cycle: number;
  readonly state: SettlementState;
  /** Sales less refunds that it settles. */
  readonly amount: Amount;
  readonly withholding: Amount;
  readonly commission: Amount;
  /** What the shop gets: amount less withholding, plus commission. */
  readonly payment: Amount;
}

/** All settlements of a programme, oldest first. */
export async function readSettlements({ contract }: ProgrammeHandle): Promise<Settlement[]> {
  const count = Number(await contract.nextSettlementId()) - 1;
  return await Promise.all(Array.from({ length: count }, (_, i) => readOne(contract, i + 1)));
}

async function readOne(contract: ProgrammeHandle["contract"], settlement: number): Promise<Settlement> {
  const { shop, cycle, state, amount, withholding, commission } = await contract.settlementOf(settlement);
  return {
    settlement,
    shop: Number(shop),
    cycle: Number(cycle),
    state: SETTLEMENT_STATES[Number(state)] ?? "None",
    amount: amountOf(amount),
    withholding: amountOf(withholding),
    commission: amountOf(commission),
    payment: amountOf(amount - withholding + commission),
  };
}

/** A settlement with what was agreed, and what the bank said. Times in Unix seconds. */
export interface SettlementDetail extends Settlement {
  readonly madeAt: number;
  readonly transaction: string;
  /** keccak256 of the reconciliation statement. */
  readonly statement: string;
  /** Reference that the bank carries; empty in token mode. */
  readonly endToEndId: string;
  readonly lastReceipts: readonly TerminalMark[];
  readonly confirmed?: { readonly at: number; readonly bankStatement: string };
  readonly returned?: { readonly at: number; readonly bankStatement: string; readonly reason: string };
}

/** @throws AgencyError AGENCY-104 when there is no such settlement. */
export async function readSettlement(
  suite: Suite,
  { contract }: ProgrammeHandle,
  number: number,
): Promise<SettlementDetail> {
  const { filters } = contract;
  const [settlement, made, confirmed, returned] = await Promise.all([
    readOne(contract, number),
    readEvents(suite, contract, filters.SettlementMade(number)),
    readEvents(suite, contract, filters.SettlementConfirmed(number)),
    readEvents(suite, contract, filters.SettlementReturned(number)),
  ]);
  const [making, paid, back] = [made.at(-1), confirmed.at(-1), returned.at(-1)];
  if (making === undefined) throw new AgencyError("noSuchSettlement", { settlement: number });
  const blocks = [making, paid, back].flatMap((event) => (event ? [event.blockNumber] : []));
  const times = await blockTimes(suite, blocks);
  const at = (block: number) => times.get(block) ?? 0;
  const { statement, endToEndId, lastReceipts } = making.args.terms;
  return {
    ...settlement,
    madeAt: at(making.blockNumber),
    transaction: making.transactionHash,
    statement,
    endToEndId: textOfBytes32(endToEndId),
    lastReceipts: lastReceipts.map((mark) => ({ terminal: mark.terminal, number: Number(mark.number) })),
    ...(paid && { confirmed: { at: at(paid.blockNumber), bankStatement: paid.args.bankStatement } }),
    ...(back && {
      returned: {
        at: at(back.blockNumber),
        bankStatement: back.args.bankStatement,
        reason: textOfBytes32(back.args.reason),
      },
    }),
  };
}
