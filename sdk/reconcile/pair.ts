// SPDX-License-Identifier: Apache-2.0

import type { TerminalAddress } from "#sdk/receipts/index.ts";
import { countedEntry } from "./chainValue.ts";
import type { ChainReceipt, ReconcileInput, ShopTerminal, StatementRow } from "./types.ts";

/** A statement's row and the receipt that it is about, or one of them alone. At least one of the two is there. */
export interface Pair {
  readonly statement: StatementRow | null;
  readonly chain: ChainReceipt | null;
  /** Undefined when it is none of the shop's. */
  readonly terminal: ShopTerminal | undefined;
  /** The row that claims the same receipt and is compared with the chain in place of this one. */
  readonly repeats?: StatementRow;
  /** The terminal used this number in another cycle. */
  readonly isOtherCycle: boolean;
}

type Key = `${string}/${number}`;

const keyOf = (terminal: TerminalAddress, number: number): Key => `${terminal}/${number}`;

/**
 * Bring together what is about the same receipt: first the statement's rows in their order, then the receipts that no row claims, by
 * terminal and number. Every row and every receipt of the cycle is in exactly one pair.
 * @throws RangeError when two of the receipts have the same terminal and number.
 */
export function pair({ scope, statement, receipts, terminals }: ReconcileInput): Pair[] {
  const terminalOf = new Map(terminals.map((terminal) => [terminal.terminal, terminal]));
  const own = receipts.filter(({ cycle }) => cycle === scope.cycle);
  const onChain = new Map(own.map((receipt) => [keyOf(receipt.terminal, receipt.number), receipt]));
  if (onChain.size !== own.length) throw new RangeError("two receipts with the same terminal and number");
  const elsewhere = new Set(
    receipts.flatMap(({ cycle, terminal, number }) => (cycle === scope.cycle ? [] : keyOf(terminal, number))),
  );
  const leading = leadingRows(statement, onChain);
  const claimed = statement.map((row): Pair => {
    if (typeof row.terminal !== "string") return unknownTerminal(row);
    const terminal = terminalOf.get(row.terminal);
    if (!terminal) return unknownTerminal(row);
    const key = keyOf(row.terminal, row.number);
    const lead = leading.get(key);
    if (lead && lead !== row)
      return { statement: row, chain: null, terminal, repeats: lead, isOtherCycle: false };
    const chain = onChain.get(key) ?? null;
    // Numbers have no gaps: what is below the next number and not in this cycle was in another one.
    const isOtherCycle = chain === null && (elsewhere.has(key) || row.number < terminal.nextNumber);
    return { statement: row, chain, terminal, isOtherCycle };
  });
  const paired = new Set(claimed.map(({ chain }) => chain));
  const unclaimed = own.filter((receipt) => !paired.has(receipt)).sort(byPlace);
  return [
    ...claimed,
    ...unclaimed.map((chain) => ({
      statement: null,
      chain,
      terminal: terminalOf.get(chain.terminal),
      isOtherCycle: false,
    })),
  ];
}

function unknownTerminal(statement: StatementRow): Pair {
  return { statement, chain: null, terminal: undefined, isOtherCycle: false };
}

/** Of several rows about one receipt the one that agrees best with the chain leads; among equals the first. */
function leadingRows(
  statement: readonly StatementRow[],
  onChain: ReadonlyMap<Key, ChainReceipt>,
): Map<Key, StatementRow> {
  const leading = new Map<Key, StatementRow>();
  for (const row of statement) {
    if (typeof row.terminal !== "string") continue;
    const key = keyOf(row.terminal, row.number);
    const lead = leading.get(key);
    const chain = onChain.get(key);
    if (!lead || (chain && agreement(row, chain) > agreement(lead, chain))) leading.set(key, row);
  }
  return leading;
}

function agreement(row: StatementRow, chain: ChainReceipt): number {
  const { kind, amount, account } = countedEntry(chain);
  const isSameMoney = row.kind === kind && row.amount === amount;
  const isSameAccount = row.account === null || row.account === account;
  const isSameDay = row.day === null || row.day === chain.day;
  return (isSameMoney ? 4 : 0) + (isSameAccount ? 2 : 0) + (isSameDay ? 1 : 0);
}

function byPlace(a: ChainReceipt, b: ChainReceipt): number {
  if (a.terminal !== b.terminal) return a.terminal < b.terminal ? -1 : 1;
  return a.number - b.number;
}
