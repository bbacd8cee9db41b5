// SPDX-License-Identifier: Apache-2.0

import type { Amount, Currency } from "#sdk/money/index.ts";
import { showDay, showMoney } from "../../shared/format/index.ts";
import { TextLink } from "../../shared/ui/index.ts";
import classes from "./accounts.module.css";
import type { EntitlementFacts } from "./entitlement.ts";
import type { HouseholdRecord } from "./ledger/readHousehold.ts";
import { type Whereabouts, whereIsThePayment } from "./whereabouts.ts";
import { words } from "./words/index.ts";

const text = words.where;
const HEADING_ID = "where-is-it";
const SECONDS_A_DAY = 86_400;

interface WhereIsItProps {
  readonly record: HouseholdRecord;
  /** Unix seconds, by the ledger's time. */
  readonly now: number;
}

/** The one sentence that a caller at the desk waits for. */
export function WhereIsIt({ record, now }: WhereIsItProps) {
  const { account, standings, events } = record;
  const closing = events.find(({ kind }) => kind === "closed");
  const successor = closing?.kind === "closed" ? closing.successor : undefined;
  const answer = whereIsThePayment(
    {
      closed: account.status === "Closed" ? { successor } : undefined,
      holds: standings.map(({ programme, heldUntil }) => ({
        programme: programme.address,
        programmeName: programme.name,
        until: heldUntil,
      })),
      entitlements: standings.flatMap(({ entitlements }) => entitlements),
    },
    now,
  );
  const currencies = new Map(standings.map(({ programme }) => [programme.address, programme.currency]));
  return (
    <section className={classes.answer} data-kind={answer.kind} aria-labelledby={HEADING_ID}>
      <h3 id={HEADING_ID} className={classes.question}>
        {text.title}
      </h3>
      <p className={classes.sentence}>{sentenceFor(answer, currencies)}</p>
      {answer.kind === "closed" && answer.successor !== undefined ? (
        <p>
          <TextLink to="/console/accounts" search={{ account: answer.successor }}>
            {words.toSuccessor(answer.successor)}
          </TextLink>
        </p>
      ) : null}
    </section>
  );
}

/** Currencies by programme. */
type Currencies = ReadonlyMap<string, Currency>;

function sentenceFor(answer: Whereabouts, currencies: Currencies): string {
  if (answer.kind === "onNoList") return text.onNoList;
  if (answer.kind === "closed") {
    return answer.successor === undefined ? text.closed : text.closedWithSuccessor(answer.successor);
  }
  const { entitlement } = answer;
  const { programmeName, cycle, listed, opensAt, expiresAt } = entitlement;
  const all = moneyOf(entitlement, listed, currencies);
  switch (answer.kind) {
    case "open":
      return text.open(moneyOf(entitlement, answer.left, currencies), programmeName, dayOf(expiresAt));
    case "upcoming":
      return text.upcoming(all, programmeName, dayOf(opensAt));
    case "loading":
      return text.loading(all, programmeName);
    case "waiting":
      return text.waiting(all, programmeName, cycle);
    case "held":
      return text.held(all, programmeName, dayOf(answer.until));
    case "spent":
      return text.spent(all, programmeName, cycle);
    case "expired":
      return text.expired(moneyOf(entitlement, answer.left, currencies), programmeName, dayOf(expiresAt));
    case "sentBack":
      return text.sentBack(programmeName, cycle);
    case "cancelled":
      return text.cancelled(programmeName, cycle);
  }
}

function moneyOf({ programme }: EntitlementFacts, amount: Amount, currencies: Currencies): string {
  const currency = currencies.get(programme);
  return currency === undefined ? String(amount) : showMoney(amount, currency);
}

/** @param time Unix seconds. */
function dayOf(time: number): string {
  return showDay(Math.floor(time / SECONDS_A_DAY));
}
