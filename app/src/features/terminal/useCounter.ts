// SPDX-License-Identifier: Apache-2.0

import { useReducer } from "react";
import type { Amount } from "#sdk/money/index.ts";
import { cycleId, dayOf, receiptNumber, terminalAddress } from "#sdk/receipts/index.ts";
import type { Card } from "../../shared/cards/index.ts";
import { readOpenCycles, readSaleFacts, readTerminal } from "./readLedger.ts";
import type { StoredReceipt, Unnumbered } from "./receiptStore.ts";
import { type OpenCycle, type SaleFacts, saleDay } from "./sale.ts";
import { type CounterStep, nextStep, type Purse, START } from "./steps.ts";
import type { Till } from "./till.ts";

/** What people at the counter do. Those that answer with a promise reject with what went wrong, and the step stays. */
export interface CounterActions {
  readonly readCard: (card: Card) => void;
  readonly checkPin: (card: Card, pin: string) => Promise<void>;
  readonly enterAmount: (amount: Amount) => void;
  readonly sell: (purse: Purse, amount: Amount, draft: string) => Promise<void>;
  readonly askRefund: (sale: StoredReceipt, most: Amount) => void;
  readonly refund: (sale: StoredReceipt, amount: Amount, draft: string) => Promise<void>;
  readonly openReceipt: (number: number) => void;
  readonly back: () => void;
  readonly nextHousehold: () => void;
}

/** The counter of a till: where it is, and how it goes on. */
export function useCounter(till: Till): { readonly step: CounterStep; readonly actions: CounterActions } {
  const [step, dispatch] = useReducer(nextStep, START);
  const store = async (receipt: Unnumbered, draft: string): Promise<void> => {
    const stored = await keep(till, receipt, draft);
    till.onNews();
    dispatch({ type: "stored", number: stored.number });
  };
  const actions: CounterActions = {
    readCard: (card) => dispatch({ type: "card read", card }),
    async checkPin(card, pin) {
      await till.office.verifyCard(card, pin);
      const now = Math.floor(Date.now() / 1_000);
      dispatch({ type: "verified", ...(await readPurse(till, card, now)), now });
    },
    enterAmount: (amount) => dispatch({ type: "amount entered", amount, draft: crypto.randomUUID() }),
    sell: (purse, amount, draft) => store(saleOf(till, purse, amount), draft),
    askRefund: (sale, most) => dispatch({ type: "refund asked", sale, most, draft: crypto.randomUUID() }),
    refund: (sale, amount, draft) => store(refundOf(sale, amount), draft),
    openReceipt: (number) => dispatch({ type: "receipt opened", number }),
    back: () => dispatch({ type: "back" }),
    nextHousehold: () => dispatch({ type: "next household" }),
  };
  return { step, actions };
}

interface Verified {
  readonly cycles: readonly OpenCycle[];
  readonly facts: SaleFacts | undefined;
}

async function readPurse(
  { suite, programme, wallet }: Till,
  { account }: Card,
  now: number,
): Promise<Verified> {
  const cycles = await readOpenCycles(suite, programme, account, now);
  const [first] = cycles;
  return {
    cycles,
    facts:
      first === undefined ? undefined : await readSaleFacts(suite, programme, wallet.address, first, account),
  };
}

async function keep(till: Till, receipt: Unnumbered, draft: string): Promise<StoredReceipt> {
  const { suite, programme, store, wallet } = till;
  const [sinceBlock, { nextNumber }] = await Promise.all([
    suite.provider.getBlockNumber(),
    readTerminal(programme, wallet.address),
  ]);
  return await store.keep({ id: draft, receipt, sinceBlock, nextOnLedger: nextNumber });
}

function saleOf({ wallet }: Till, { card, cycle }: Purse, amount: Amount): Unnumbered {
  return {
    kind: "sale",
    terminal: terminalAddress(wallet.address),
    cycle: cycleId(cycle.id),
    account: card.account,
    amount,
    recognition: "card-pin",
    day: dayOf(saleDay(new Date(), cycle)),
  };
}

function refundOf({ receipt, number }: StoredReceipt, amount: Amount): Unnumbered {
  const { terminal, cycle, account, recognition } = receipt;
  return {
    kind: "refund",
    terminal,
    cycle,
    account,
    amount,
    recognition,
    saleNumber: receiptNumber(number),
  };
}
