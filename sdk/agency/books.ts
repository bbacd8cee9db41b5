// SPDX-License-Identifier: Apache-2.0

import type {
  ReceiptCorrectedEvent,
  ReceiptsRecordedEvent,
  SettlementMadeEvent,
} from "#bindings/interfaces/IProgramme.ts";
import type { AccountNumber } from "#sdk/list/index.ts";
import { type Amount, amountOf } from "#sdk/money/index.ts";
import { cycleId, decodeOutcomes, terminalAddress } from "#sdk/receipts/index.ts";
import {
  type ChainReceipt,
  collectReceipts,
  type ReconcileInput,
  type ShopEvent,
  type ShopTerminal,
  type StatementRow,
} from "#sdk/reconcile/index.ts";
import { loadedEntries } from "./loadedList.ts";
import { readEvents } from "./logs.ts";
import type { ProgrammeHandle, Suite } from "./suite.ts";

/** Numbers of the contract's SettlementState in which a settlement pays: instructed and paid. */
const PAYING_STATES = [1n, 2n];
/** Number of the contract's TerminalStatus. */
const REVOKED = 2n;

/** Whose books, in which cycle. */
export interface BooksScope {
  readonly suite: Suite;
  readonly programme: ProgrammeHandle;
  readonly shop: number;
  readonly cycle: number;
}

/** The office's side of a reconciliation, read from the chain alone. */
export async function readBooks(
  scope: BooksScope,
  statement: readonly StatementRow[],
): Promise<ReconcileInput> {
  const { suite, programme, shop, cycle } = scope;
  const { contract } = programme;
  const [list, terminals, receipts, ledger] = await Promise.all([
    readList(scope),
    readTerminals(scope),
    readReceipts(scope),
    contract.ledgerOf(shop, cycle),
  ]);
  return {
    scope: {
      chainId: BigInt(suite.chainId),
      programme: programme.address,
      shop,
      cycle: cycleId(cycle),
      currency: programme.currency,
    },
    list,
    left: await readLeft(scope, receipts, statement),
    terminals,
    receipts,
    statement,
    owed: amountOf(ledger.gross - ledger.refunds - ledger.settled),
  };
}

async function readList({ suite, programme, cycle }: BooksScope): Promise<Map<AccountNumber, Amount>> {
  const entries = await loadedEntries(suite, programme, cycle);
  return new Map(entries.map(({ account, amount }) => [account, amount]));
}

/** All terminals that the shop ever had. */
async function readTerminals({ suite, programme, shop }: BooksScope): Promise<ShopTerminal[]> {
  const { contract } = programme;
  const filter = contract.filters.TerminalAuthorised(undefined, shop);
  const authorised = await readEvents(suite, contract, filter);
  return await Promise.all(
    authorised.map(async ({ args }) => {
      const { status, nextNumber } = await contract.terminalOf(args.terminal);
      return {
        terminal: terminalAddress(args.terminal),
        status: status === REVOKED ? ("revoked" as const) : ("active" as const),
        nextNumber: Number(nextNumber),
      };
    }),
  );
}

/** An event of the shop with its place in the chain. */
interface PlacedEvent {
  readonly log: { readonly blockNumber: number; readonly index: number };
  readonly event: ShopEvent;
}

async function readReceipts({ suite, programme, shop, cycle }: BooksScope): Promise<ChainReceipt[]> {
  const { contract } = programme;
  const { filters } = contract;
  const [recorded, corrected, settled, returned] = await Promise.all([
    readEvents(suite, contract, filters.ReceiptsRecorded(undefined, undefined, shop)),
    readEvents(suite, contract, filters.ReceiptCorrected(undefined, undefined, cycle)),
    readEvents(suite, contract, filters.SettlementMade(undefined, shop)),
    readEvents(suite, contract, filters.SettlementReturned(undefined, shop)),
  ]);
  const placed: PlacedEvent[] = [
    ...recorded.map((log) => ({ log, event: { recorded: decodeOutcomes(recordedOf(log.args)) } })),
    ...corrected.flatMap((log) =>
      Number(log.args.shop) === shop ? [{ log, event: { corrected: correctedOf(log.args) } }] : [],
    ),
    ...settled.flatMap((log) =>
      PAYING_STATES.includes(log.args.state) ? [{ log, event: { settled: settledOf(log.args) } }] : [],
    ),
    ...returned.map((log) => ({ log, event: { returned: { id: Number(log.args.settlementId) } } })),
  ];
  placed.sort((a, b) => a.log.blockNumber - b.log.blockNumber || a.log.index - b.log.index);
  return collectReceipts(placed.map(({ event }) => event));
}

function recordedOf(args: ReceiptsRecordedEvent.OutputObject) {
  const { terminal, cycle, firstNumber, items, rejections, stop } = args;
  return { terminal, cycle, firstNumber, items, rejections, stop };
}

function correctedOf({ terminal, number, cycle, correction }: ReceiptCorrectedEvent.OutputObject) {
  const { kind, account, amount, newAccount, newAmount } = correction;
  return { terminal, number, cycle, kind, account, amount, newAccount, newAmount };
}

function settledOf({ settlementId, cycle, terms }: SettlementMadeEvent.OutputObject) {
  const lastReceipts = terms.lastReceipts.map(({ terminal, number }) => ({
    terminal: terminalAddress(terminal),
    number: Number(number),
  }));
  return { id: Number(settlementId), cycle: cycleId(cycle), lastReceipts };
}

/** What the accounts of the receipts and of the statement have left now. */
async function readLeft(
  { programme, cycle }: BooksScope,
  receipts: readonly ChainReceipt[],
  statement: readonly StatementRow[],
): Promise<Map<AccountNumber, Amount>> {
  const claimed = statement.flatMap(({ account }) => (typeof account === "number" ? [account] : []));
  const accounts = [...new Set([...receipts.map(({ account }) => account), ...claimed])];
  const left = accounts.map(async (account) => {
    return [account, amountOf(await programme.contract.entitlementLeft(cycle, account))] as const;
  });
  return new Map(await Promise.all(left));
}
