// SPDX-License-Identifier: Apache-2.0

import type { Account } from "#sdk/agency/index.ts";
import { OtherActList } from "../../shared/acts/index.ts";
import { config } from "../../shared/config/index.ts";
import { useOfficer } from "../../shared/ledger/index.ts";
import { ActPanel } from "./ActPanel.tsx";
import classes from "./accounts.module.css";
import { CardSection } from "./CardSection.tsx";
import { CloseForm } from "./CloseForm.tsx";
import { HoldForm } from "./HoldForm.tsx";
import { LinkForm } from "./LinkForm.tsx";
import type { HouseholdRecord } from "./ledger/readHousehold.ts";
import { ReopenForm } from "./ReopenForm.tsx";
import { words } from "./words/index.ts";

const ACTS = ["closeAccounts", "reopenAccounts", "linkAccounts"];

interface HouseholdActsProps {
  readonly record: HouseholdRecord;
  /** Unix seconds, by the ledger's time. */
  readonly now: number;
}

/** What officers can do with the account: its card, holds in their own programmes and, for whoever opened it, closing and further ids. */
export function HouseholdActs({ record, now }: HouseholdActsProps) {
  const { organisation } = config();
  const { account, standings } = record;
  const programmes = standings.map(({ programme }) => programme);
  const own = standings.filter(({ programme }) => programme.organisation === organisation);
  const isClosed = account.status === "Closed";
  const isCustodian = useOfficer()?.has("Custodian") ?? false;
  return (
    <>
      {organisation === null ? null : (
        <OtherActList
          organisation={organisation}
          programmes={programmes}
          names={ACTS}
          title={words.waitingActs}
          hidesEmpty
        />
      )}
      <div className={classes.acts}>
        <CardSection account={account.number} isClosed={isClosed} />
        {isCustodian ? (
          <CustodiansActs account={account} standings={own} now={now} />
        ) : (
          // Whoever can do none of it is told so once.
          <ActPanel title={words.actsTitle} hint={words.actsHint}>
            {null}
          </ActPanel>
        )}
      </div>
    </>
  );
}

interface CustodiansActsProps {
  readonly account: Account;
  /** Of the officer's own programmes. */
  readonly standings: HouseholdRecord["standings"];
  readonly now: number;
}

function CustodiansActs({ account, standings, now }: CustodiansActsProps) {
  const isClosed = account.status === "Closed";
  return (
    <>
      {isClosed ? null : <HoldForm account={account.number} standings={standings} now={now} />}
      {account.organisation === config().organisation ? (
        <>
          {isClosed ? <ReopenForm account={account} /> : <CloseForm account={account} />}
          {isClosed ? null : <LinkForm account={account} />}
        </>
      ) : (
        <p className={classes.soft}>{words.notOurs(account.organisation)}</p>
      )}
    </>
  );
}
