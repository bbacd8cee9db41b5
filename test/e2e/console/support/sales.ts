// SPDX-License-Identifier: Apache-2.0

import { redeem } from "#scripts/cli/actions/redeem.ts";
import { LOCAL_RELAY } from "#scripts/seed/month.ts";
import { terminalKey } from "#scripts/seed/people.ts";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import type { NamelessEntry } from "#sdk/list/index.ts";
import { amountOf } from "#sdk/money/index.ts";
import { cycleId, dayOf, receiptNumber, type Sale, terminalAddress } from "#sdk/receipts/index.ts";
import type { FileReceipt } from "../../support/receiptFile.ts";
import type { World } from "./world.ts";

/** Sales of everything that households are entitled to, numbered from 1. */
export function salesTo(
  entries: readonly NamelessEntry[],
  { terminal, cycle, day }: { readonly terminal: number; readonly cycle: number; readonly day: number },
): FileReceipt[] {
  const address = terminalKey(terminal).address;
  return entries.map(({ account, amount }, i) => ({
    terminal: address,
    number: i + 1,
    cycle,
    account,
    amount,
    day,
    kind: "sale",
  }));
}

/** A relayer brings a terminal's receipts to the ledger. */
export async function bringIn(
  { suite, people }: World,
  programme: ProgrammeHandle,
  terminal: number,
  receipts: readonly FileReceipt[],
): Promise<void> {
  const device = terminalKey(terminal);
  await redeem(suite, programme, {
    receipts: receipts.map(saleOf),
    terminals: new Map([[device.address, device]]),
    relayer: people.relayer,
    relay: LOCAL_RELAY,
  });
}

function saleOf({ terminal, number, cycle, account, amount, day }: FileReceipt): Sale {
  return {
    kind: "sale",
    terminal: terminalAddress(terminal),
    cycle: cycleId(cycle),
    number: receiptNumber(number),
    account: account as Sale["account"],
    amount: amountOf(amount),
    recognition: "card-pin",
    day: dayOf(day),
  };
}
