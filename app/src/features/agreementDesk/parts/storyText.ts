// SPDX-License-Identifier: Apache-2.0

import type { StoryEntry } from "#sdk/agreements/index.ts";
import type { Amount, Currency } from "#sdk/money/index.ts";
import { agreementWords } from "../../../shared/agreements/index.ts";
import { shorten, showMoment, showMoney } from "../../../shared/format/index.ts";
import { words } from "../words/index.ts";

const text = words.story;
const NO_HASH = `0x${"0".repeat(64)}`;

/** One line of what happened, in the reader's words. */
export function storyText(entry: StoryEntry, currency: Currency): string {
  const money = (amount: Amount) => showMoney(amount, currency);
  switch (entry.kind) {
    case "offered":
      return text.offered(entry.terms.version);
    case "dropped":
      return text.dropped(shorten(entry.by));
    case "accepted":
      return text.accepted(entry.version, shorten(entry.by));
    case "submitted":
      return text.submitted(money(entry.claimed), shorten(entry.by));
    case "verified":
      return text.verified(shorten(entry.by));
    case "returned":
      return text.returned(agreementWords.findings[entry.finding], shorten(entry.by));
    case "proposed":
    case "authorised": {
      const finding = entry.finding === "None" ? "" : ` (${agreementWords.findings[entry.finding]})`;
      return `${text[entry.kind](money(entry.amount), shorten(entry.by))}${finding}`;
    }
    case "paid":
    case "refused":
      return text[entry.kind](money(entry.amount), shorten(entry.to));
    case "closed":
      return text.closed(agreementWords.milestoneStates[entry.state]);
    case "disputed":
      return text.disputed(money(entry.disputed), shorten(entry.by));
    case "decided":
      return BigInt(entry.by) === 0n
        ? text.defaulted(money(entry.toPartner), money(entry.toAgency))
        : text.decided(money(entry.toPartner), money(entry.toAgency));
    case "spendingReported":
      return text.spendingReported(money(entry.spent));
    case "spendingAccepted":
      return text.spendingAccepted(money(entry.amount));
    case "refunded":
      return text.refunded(money(entry.amount));
    case "accountedFor":
      return text.accountedFor;
    case "sourceRecorded":
      return text.sourceRecorded(shorten(entry.source));
    case "escrowed":
    case "credited":
    case "sentBack":
    case "sendRefused":
      return text[entry.kind](money(entry.amount), shorten(entry.source));
    case "notice":
      return text.notice(text.parties[entry.party], showMoment(entry.endsAt));
    case "noticeWithdrawn":
      return text.noticeWithdrawn(text.parties[entry.party]);
    case "terminated":
      return text.terminated;
    case "completed":
      return text.completed;
  }
}

/** Hash of the document that an entry rests on. */
export function paperIn(entry: StoryEntry): string | undefined {
  const hash = hashIn(entry);
  return hash === NO_HASH ? undefined : hash;
}

function hashIn(entry: StoryEntry): string | undefined {
  switch (entry.kind) {
    case "submitted":
    case "spendingReported":
      return entry.evidence;
    case "returned":
      return entry.report;
    case "disputed":
    case "notice":
      return entry.reason;
    case "decided":
      return entry.decision;
    case "sourceRecorded":
      return entry.document;
    default:
      return undefined;
  }
}
