// SPDX-License-Identifier: Apache-2.0

import { decodeOutcomes } from "#sdk/receipts/index.ts";
import { type ChainReceipt, collectReceipts, type ShopEvent } from "#sdk/reconcile/index.ts";
import { AgencyError } from "./AgencyError.ts";
import { readEvents } from "./logs.ts";
import type { ProgrammeHandle, Suite } from "./suite.ts";

/** Numbers of the contract's TerminalStatus. */
const UNKNOWN = 0n;
const REVOKED = 2n;

/** One receipt of a terminal, with what the ledger made of it; and whether it could still arrive. */
export interface TerminalReceipt {
  readonly shop: number;
  readonly isTerminalRevoked: boolean;
  /** Undefined while the ledger does not have the number, be it sent or entered from paper. */
  readonly receipt: ChainReceipt | undefined;
}

/**
 * A receipt by terminal and number.
 * @throws AgencyError AGENCY-105 when no shop of the programme ever had this terminal.
 */
export async function readReceipt(
  suite: Suite,
  { contract }: Pick<ProgrammeHandle, "contract">,
  terminal: string,
  number: number,
): Promise<TerminalReceipt> {
  const { filters } = contract;
  const [state, recorded, corrected] = await Promise.all([
    contract.terminalOf(terminal),
    readEvents(suite, contract, filters.ReceiptsRecorded(terminal)),
    readEvents(suite, contract, filters.ReceiptCorrected(terminal, number)),
  ]);
  if (state.status === UNKNOWN) throw new AgencyError("noSuchTerminal");
  const events: ShopEvent[] = [
    ...recorded.map(({ args }) => ({ recorded: decodeOutcomes(args) })),
    ...corrected.map(({ args }) => {
      const { kind, account, amount, newAccount, newAmount } = args.correction;
      const entry = { kind, account, amount, newAccount, newAmount };
      return { corrected: { terminal: args.terminal, number: args.number, cycle: args.cycle, ...entry } };
    }),
  ];
  return {
    shop: Number(state.shop),
    isTerminalRevoked: state.status === REVOKED,
    receipt: collectReceipts(events).find((receipt) => receipt.number === number),
  };
}
