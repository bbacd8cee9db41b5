// SPDX-License-Identifier: Apache-2.0

import Papa from "papaparse";
import type { AccountNumber, NamelessEntry } from "#sdk/list/index.ts";
import type { Amount } from "#sdk/money/index.ts";
import { fillTemplate, type MessageField } from "./template.ts";

/** What the office knows of a household that matters to its message. */
export interface Contact {
  readonly phone?: string;
  readonly name?: string;
}

/** What the cycle's list says of a household. */
export type MessageEntry = Pick<NamelessEntry, "account" | "amount" | "area">;

/** A household that can be written to. */
export interface Recipient extends MessageEntry {
  readonly phone: string;
  /** Empty when the office has none. */
  readonly name: string;
}

export interface Recipients {
  readonly withPhone: readonly Recipient[];
  readonly withoutPhone: readonly AccountNumber[];
}

/** Who of a cycle's list has a phone and who has none, in the order of the list. */
export function recipientsOf(
  entries: readonly MessageEntry[],
  households: ReadonlyMap<AccountNumber, Contact>,
): Recipients {
  const withPhone: Recipient[] = [];
  const withoutPhone: AccountNumber[] = [];
  for (const entry of entries) {
    const { phone = "", name = "" } = households.get(entry.account) ?? {};
    if (phone === "") withoutPhone.push(entry.account);
    else withPhone.push({ ...entry, phone, name });
  }
  return { withPhone, withoutPhone };
}

/** What all messages of a cycle have in common. */
export interface MessagePlan {
  readonly template: string;
  readonly common: Readonly<Record<"opens" | "expires" | "programme", string>>;
  readonly showAmount: (amount: Amount) => string;
}

/** The message of one household. */
export function messageFor(
  { amount, area = "", name }: Omit<Recipient, "phone">,
  { template, common, showAmount }: MessagePlan,
): string {
  const values: Record<MessageField, string> = { ...common, amount: showAmount(amount), place: area, name };
  return fillTemplate(template, values);
}

/** Lines that are made at once, before the page may answer again. */
const SLICE = 1000;

/** The file that a sender of SMS takes: a phone and its message a line, CSV in UTF-8 with a mark that spreadsheets look for. */
export async function messagesCsv(recipients: readonly Recipient[], plan: MessagePlan): Promise<string> {
  const parts = [Papa.unparse([["phone", "message"]])];
  for (let start = 0; start < recipients.length; start += SLICE) {
    const lines = recipients
      .slice(start, start + SLICE)
      .map((recipient) => [recipient.phone, messageFor(recipient, plan)]);
    parts.push(Papa.unparse(lines, { newline: "\r\n" }));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return `\uFEFF${parts.join("\r\n")}\r\n`;
}

/** Accounts that have to be told another way. No ids: whoever may know them looks them up in the office. */
export function withoutPhoneCsv(accounts: readonly AccountNumber[]): string {
  return `account\r\n${accounts.join("\r\n")}\r\n`;
}
