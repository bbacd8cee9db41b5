// SPDX-License-Identifier: Apache-2.0

import type { Account } from "#sdk/agency/index.ts";
import { Loaded } from "../../shared/desk/index.ts";
import { useHouseholdIds } from "../../shared/households/index.ts";
import { useLedgerTime } from "../../shared/live/index.ts";
import { StateBadge } from "../../shared/ui/index.ts";
import classes from "./accounts.module.css";
import { ChangesSection } from "./ChangesSection.tsx";
import { EntitlementsSection } from "./EntitlementsSection.tsx";
import { HouseholdActs } from "./HouseholdActs.tsx";
import type { HouseholdRecord } from "./ledger/readHousehold.ts";
import { ReceiptsSection } from "./ReceiptsSection.tsx";
import { useHouseholdRecord } from "./useHousehold.ts";
import { WhereIsIt } from "./WhereIsIt.tsx";
import { words } from "./words/index.ts";

/** One household's page: who it is, where its payment is, and everything that stands behind the answer. */
export function HouseholdView({ account }: { readonly account: Account }) {
  const query = useHouseholdRecord(account);
  return <Loaded query={query}>{(record) => <KnownHousehold record={record} />}</Loaded>;
}

function KnownHousehold({ record }: { readonly record: HouseholdRecord }) {
  const now = useLedgerTime();
  const { account, standings, events } = record;
  const loaded = standings.filter(({ entitlements }) => entitlements.some(({ isLoaded }) => isLoaded));
  return (
    <>
      <HouseholdHead record={record} now={now} />
      <WhereIsIt record={record} now={now} />
      <EntitlementsSection standings={standings} now={now} />
      {loaded.map(({ programme }) => (
        <ReceiptsSection key={programme.address} programme={programme} account={account.number} />
      ))}
      <ChangesSection events={events} />
      <HouseholdActs record={record} now={now} />
    </>
  );
}

interface HouseholdHeadProps {
  readonly record: HouseholdRecord;
  /** Unix seconds, by the ledger's time. */
  readonly now: number;
}

function HouseholdHead({ record, now }: HouseholdHeadProps) {
  const { account, standings } = record;
  const { state, households } = useHouseholdIds([account.number]);
  const household = households.get(account.number);
  const isHeld = standings.some(({ heldUntil }) => heldUntil >= now && heldUntil > 0);
  return (
    <div className={classes.heading}>
      <h2 className={classes.name}>{words.account(account.number)}</h2>
      {account.status === "Closed" ? (
        <StateBadge tone="quiet" label={words.closed} />
      ) : (
        <StateBadge tone={isHeld ? "bad" : "good"} label={isHeld ? words.held : words.open} />
      )}
      {household === undefined ? null : (
        <span className={classes.ownId}>{words.ownId(household.identifier)}</span>
      )}
      {state === "locked" ? <span className={classes.soft}>{words.idLocked}</span> : null}
    </div>
  );
}
