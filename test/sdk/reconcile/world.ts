// SPDX-License-Identifier: Apache-2.0

import fc from "fast-check";
import { type AccountNumber, accountNumberOf } from "#sdk/list/index.ts";
import { type Amount, amountOf, ZERO } from "#sdk/money/index.ts";
import { cycleId, dayOf, receiptNumber, type TerminalAddress, terminalAddress } from "#sdk/receipts/index.ts";
import type {
  ChainReceipt,
  ReconcileInput,
  ResultClass,
  ShopTerminal,
  StatementRow,
} from "#sdk/reconcile/index.ts";

const address = (i: number) => terminalAddress(`0x${i.toString(16).padStart(40, "0")}`);

export const TILL = address(1);
export const LOST = address(2);
export const FOREIGN = address(9);
const CYCLE = cycleId(3);
const RECEIPTS = 30;
/** What every household gets: far more than its receipts take, so that only planted errors go over it. */
export const LISTED = 1_000_000n;
export const HOUSEHOLDS = 40;

export type Books = { -readonly [K in keyof ReconcileInput]: ReconcileInput[K] } & {
  receipts: ChainReceipt[];
  statement: StatementRow[];
};

export const household = (i: number): AccountNumber => accountNumberOf(256 + (i % HOUSEHOLDS));
export const SCOPE = {
  chainId: 31_337n,
  programme: address(0xaa),
  shop: 4,
  cycle: CYCLE,
  currency: { code: "XOF", decimals: 0 },
};

export function receipt(
  terminal: TerminalAddress,
  number: number,
  over: Partial<ChainReceipt> = {},
): ChainReceipt {
  return {
    terminal,
    number: receiptNumber(number),
    cycle: CYCLE,
    kind: "sale",
    account: household(number),
    amount: amountOf(BigInt(1_000 + number)),
    day: dayOf(20_000 + (number % 5)),
    outcome: "credited",
    ...over,
  };
}

/** The row that a careful shop would write for a receipt. */
export function rowFor(chain: ChainReceipt, row = 0): StatementRow {
  const { terminal, number, kind, amount, account, day } = chain;
  return { row, terminal, number, kind, amount, account, day };
}

export function terminalsOf(receipts: readonly ChainReceipt[]): ShopTerminal[] {
  return [
    { terminal: TILL, status: "active", nextNumber: nextOf(receipts, TILL) },
    { terminal: LOST, status: "revoked", nextNumber: nextOf(receipts, LOST) },
  ];
}

function nextOf(receipts: readonly ChainReceipt[], terminal: TerminalAddress): number {
  const numbers = receipts.flatMap((each) =>
    each.terminal === terminal && each.outcome !== "absent" ? each.number : [],
  );
  return Math.max(0, ...numbers) + 1;
}

/** Books in which everything agrees: two terminals of a shop with sales and refunds. */
export function agreeingBooks(): Books {
  const receipts = [TILL, LOST].flatMap((terminal) =>
    Array.from({ length: RECEIPTS }, (_, i) =>
      receipt(terminal, i + 1, i % 10 === 9 ? { kind: "refund", day: null, amount: amountOf(1n) } : {}),
    ),
  );
  return {
    scope: SCOPE,
    list: new Map(Array.from({ length: HOUSEHOLDS }, (_, i) => [household(i), amountOf(LISTED)])),
    terminals: terminalsOf(receipts),
    receipts,
    statement: receipts.map((each, i) => rowFor(each, i + 2)),
  };
}

/** An error planted at a receipt (by its place in the books), or beside the receipts with a number of its own. */
export type Planter = (books: Books, at: number, free: number) => string;

const chainAt = (books: Books, at: number): ChainReceipt => books.receipts[at] as ChainReceipt;
const found = (name: ResultClass, terminal: string, number: number) => `${terminal}/${number} ${name}`;

function changeRow(books: Books, at: number, over: Partial<StatementRow>): void {
  books.statement = books.statement.map((row) =>
    isFor(row, chainAt(books, at)) ? { ...row, ...over } : row,
  );
}

function changeChain(books: Books, at: number, over: Partial<ChainReceipt>): void {
  books.receipts = books.receipts.map((each, i) => (i === at ? { ...each, ...over } : each));
}

function addRow(books: Books, row: StatementRow): string {
  books.statement = [...books.statement, { ...row, row: 2 + books.statement.length }];
  return typeof row.terminal === "string" ? row.terminal : row.terminal.unknown;
}

const isFor = (row: StatementRow, chain: ChainReceipt) =>
  row.terminal === chain.terminal && row.number === chain.number;
const later = (free: number) => RECEIPTS + 1 + free;

/** One for each class but Matched; each returns what has to be found. */
export const PLANTERS: Readonly<Record<Exclude<ResultClass, "Matched">, Planter>> = {
  AmountDiffers: (books, at) => {
    const { terminal, number, amount } = chainAt(books, at);
    changeRow(books, at, { amount: amountOf(amount + (at % 2 === 0 || amount === 1n ? 7n : -1n)) });
    return found("AmountDiffers", terminal, number);
  },
  AccountDiffers: (books, at) => {
    const { terminal, number, account } = chainAt(books, at);
    changeRow(books, at, { account: at % 3 === 0 ? "unknown" : household(account + 1) });
    return found("AccountDiffers", terminal, number);
  },
  DateDiffers: (books, at) => {
    const { terminal, number, day } = chainAt(books, at);
    if (day === null) return PLANTERS.AmountDiffers(books, at, 0);
    changeRow(books, at, { day: dayOf(day + 1) });
    return found("DateDiffers", terminal, number);
  },
  MissingOnChain: (books, at, free) => {
    const { terminal } = chainAt(books, at);
    addRow(books, rowFor(receipt(terminal, later(free))));
    return found("MissingOnChain", terminal, later(free));
  },
  MissingInStatement: (books, at) => {
    const chain = chainAt(books, at);
    books.statement = books.statement.filter((row) => !isFor(row, chain));
    return found("MissingInStatement", chain.terminal, chain.number);
  },
  RejectedOnChain: (books, at) => {
    changeChain(books, at, { outcome: "rejected", rejection: "AccountHeld" });
    const { terminal, number } = chainAt(books, at);
    return found("RejectedOnChain", terminal, number);
  },
  DuplicateInStatement: (books, at) => {
    const chain = chainAt(books, at);
    addRow(books, { ...rowFor(chain), amount: amountOf(chain.amount + BigInt(at % 2)) });
    return found("DuplicateInStatement", chain.terminal, chain.number);
  },
  NotInList: (books, at, free) => {
    const { terminal } = chainAt(books, at);
    const account = at % 2 === 0 ? "unknown" : accountNumberOf(9_999);
    addRow(books, { ...rowFor(receipt(terminal, later(free))), account });
    return found("NotInList", terminal, later(free));
  },
  OverEntitlement: (books, at, free) => {
    const { terminal } = chainAt(books, at);
    addRow(books, { ...rowFor(receipt(terminal, later(free))), amount: amountOf(LISTED + 1n) });
    return found("OverEntitlement", terminal, later(free));
  },
  UnknownTerminal: (books, at, free) => {
    const terminal = at % 2 === 0 ? FOREIGN : { unknown: "till at the back" };
    const written = addRow(books, { ...rowFor(receipt(TILL, later(free))), terminal });
    return found("UnknownTerminal", written, later(free));
  },
  AlreadyCorrected: (books, at) => {
    const { terminal, number, account } = chainAt(books, at);
    changeChain(books, at, {
      kind: "sale",
      correction: { kind: "reenter", account, amount: amountOf(BigInt(at)) },
    });
    return found("AlreadyCorrected", terminal, number);
  },
  AlreadySettled: (books, at) => {
    const { terminal, number, kind, amount } = chainAt(books, at);
    changeChain(books, at, { paid: amountOf(kind === "sale" ? amount : -amount) });
    return found("AlreadySettled", terminal, number);
  },
  OtherCycle: (books, at) => {
    changeChain(books, at, { cycle: cycleId(2) });
    const { terminal, number } = chainAt(books, at);
    return found("OtherCycle", terminal, number);
  },
};

export const PLANTED_CLASSES = Object.keys(PLANTERS) as (keyof typeof PLANTERS)[];

/** A handful of errors at different receipts, and the order in which the two sides give their rows. */
export const anyPlanting = fc.record({
  places: fc.uniqueArray(fc.nat(2 * RECEIPTS - 1), { minLength: 1, maxLength: 20 }),
  kinds: fc.array(fc.constantFrom(...PLANTED_CLASSES), { minLength: 20, maxLength: 20 }),
  statementOrder: fc.infiniteStream(fc.nat()),
  chainOrder: fc.infiniteStream(fc.nat()),
});

export function shuffled<T>(rows: readonly T[], order: Iterator<number>): T[] {
  return rows
    .map((row) => [Number(order.next().value), row] as const)
    .sort(([a], [b]) => a - b)
    .map(([, row]) => row);
}

/** Anything at all, right or wrong, about few enough receipts that the two sides meet. */
export const anyBooks: fc.Arbitrary<Books> = fc
  .record({
    chain: fc.uniqueArray(anyChainReceipt(), {
      maxLength: 40,
      selector: ({ terminal, number }) => `${terminal}/${number}`,
    }),
    statement: fc.array(anyRow(), { maxLength: 40 }),
    settled: fc.nat(10),
    owed: fc.option(fc.bigInt(0n, 100_000n).map(amountOf), { nil: undefined }),
  })
  .map(({ chain, statement, settled, owed }) => ({
    ...agreeingBooks(),
    terminals: terminalsOf(chain).map((terminal) => ({ ...terminal, settledThrough: settled })),
    receipts: chain,
    statement: statement.map((row, i) => ({ ...row, row: i + 2 })),
    ...(owed === undefined ? {} : { owed }),
  }));

function anyPlace() {
  return fc.tuple(fc.constantFrom(TILL, TILL, LOST, FOREIGN), fc.integer({ min: 1, max: 15 }));
}

function anyMoney(): fc.Arbitrary<Amount> {
  return fc.oneof(fc.bigInt(1n, 3n), fc.bigInt(1n, LISTED + 10n)).map(amountOf);
}

function anyChainReceipt(): fc.Arbitrary<ChainReceipt> {
  const correction = fc.record({
    kind: fc.constantFrom("honour" as const, "reverse" as const, "reenter" as const),
    account: fc.nat(HOUSEHOLDS).map(household),
    amount: fc.oneof(fc.constant(amountOf(0n)), anyMoney()),
  });
  return fc
    .record({
      place: anyPlace(),
      cycle: fc.constantFrom(CYCLE, CYCLE, CYCLE, cycleId(2)),
      kind: fc.constantFrom("sale" as const, "sale" as const, "refund" as const),
      account: fc.oneof(fc.nat(HOUSEHOLDS).map(household), fc.constant(accountNumberOf(9_999))),
      amount: anyMoney(),
      outcome: fc.constantFrom("credited" as const, "credited" as const, "rejected" as const),
      paid: fc.option(fc.bigInt(-3n, 3n).map(amountOf), { nil: undefined }),
      correction: fc.option(correction, { nil: undefined, freq: 3 }),
    })
    .map(({ place: [terminal, number], correction: corrected, paid, ...rest }) => {
      const each = {
        ...receipt(terminal, number, rest),
        day: rest.kind === "sale" ? dayOf(20_000) : null,
        ...(corrected && rest.kind === "sale" ? { correction: corrected } : {}),
      };
      return paid === undefined ? each : { ...each, paid: paidLike(each, paid) };
    });
}

/** Settlements pay a receipt whole or not at all; only one that was corrected afterwards was paid something else than it counts. */
function paidLike({ correction, outcome, kind, amount }: ChainReceipt, paid: Amount): Amount {
  if (correction !== undefined) return paid;
  if (outcome !== "credited" || paid <= 0n) return ZERO;
  return kind === "sale" ? amount : amountOf(-amount);
}

function anyRow(): fc.Arbitrary<StatementRow> {
  return fc
    .record({
      place: anyPlace(),
      isForeign: fc.boolean(),
      kind: fc.constantFrom("sale" as const, "refund" as const),
      amount: anyMoney(),
      account: fc.oneof(fc.nat(HOUSEHOLDS).map(household), fc.constantFrom("unknown" as const, null)),
      day: fc.constantFrom(dayOf(20_000), dayOf(20_001), null),
    })
    .map(({ place: [terminal, number], isForeign, ...rest }) => ({
      row: 0,
      terminal: isForeign && terminal === FOREIGN ? { unknown: "till" } : terminal,
      number: receiptNumber(number),
      ...rest,
    }));
}
