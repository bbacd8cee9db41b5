// SPDX-License-Identifier: Apache-2.0

import { useOwnAgreements } from "../../shared/agreements/index.ts";
import { config } from "../../shared/config/index.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import { useOwnFunds } from "../../shared/funds/index.ts";
import { Page } from "../../shared/layout/index.ts";
import { type Officer, type OfficerState, useOfficerState } from "../../shared/ledger/index.ts";
import { LoadingRows } from "../../shared/list/index.ts";
import { Empty, TextLink } from "../../shared/ui/index.ts";
import { allRoles, ConnectHere } from "../../shared/wallet/index.ts";
import { AgreementsSection } from "./AgreementsSection.tsx";
import { agreementTasks } from "./agreementTasks.ts";
import { boardOf } from "./board.ts";
import { FundsSection, waitsInFunds } from "./FundsSection.tsx";
import { OfficeNote } from "./OfficeNote.tsx";
import { ProgrammesSection } from "./ProgrammesSection.tsx";
import { useLedgerTasks, useOwnProgrammes } from "./useLedgerTasks.ts";
import { useOfficeTasks } from "./useOfficeTasks.ts";
import { WaitingGroupSection } from "./WaitingGroupSection.tsx";
import classes from "./waiting.module.css";
import { words } from "./words/index.ts";

/** Everything that waits for whoever is connected, from the ledger and from the office, each with one button. */
export function WaitingPage() {
  const state = useOfficerState();
  // One frame for all states: a new one would take the focus away from whoever is connecting in the header.
  return (
    <Page title={words.title} intro={<p>{introOf(state)}</p>}>
      {state.kind === "nobody" && config().organisation !== null ? <ConnectHere /> : null}
      {state.kind === "reading" ? <LoadingRows /> : null}
      {state.kind === "failed" ? <ErrorNote error={state.error} onRetry={state.retry} /> : null}
      {state.kind === "known" ? <OfficersPart officer={state.officer} /> : null}
    </Page>
  );
}

function introOf(state: OfficerState): string {
  if (state.kind !== "known") return state.kind === "nobody" ? words.introNobody : "\u00a0";
  const { roles, organisation } = state.officer;
  return words.intro(roles.size === 0 ? words.noRole : allRoles(roles), organisation.name);
}

function OfficersPart({ officer }: { readonly officer: Officer }) {
  const { organisation, roles } = officer;
  const programmes = useOwnProgrammes(organisation.id);
  return (
    <>
      {roles.size === 0 ? <Guests officer={officer} /> : <Board officer={officer} />}
      {programmes.data === undefined ? null : <ProgrammesSection programmes={programmes.data} />}
    </>
  );
}

function Board({ officer }: { readonly officer: Officer }) {
  const { data: programmes } = useOwnProgrammes(officer.organisation.id);
  const ledger = useLedgerTasks(officer);
  const office = useOfficeTasks(officer);
  const sections = boardOf([...(ledger.data?.tasks ?? []), ...office.tasks], ledger.data?.preparedAt);
  const { data: agreements } = useOwnAgreements(officer.address);
  const { data: funds } = useOwnFunds(officer.address);
  const isRead = agreements !== undefined && funds !== undefined;
  const isComplete = ledger.data !== undefined && !office.isReading && isRead;
  const isElsewhere = agreementTasks(agreements ?? []).length > 0 || waitsInFunds(funds ?? []);
  const isEmpty = sections.length === 0 && !isElsewhere;
  return (
    <>
      <OfficeNote />
      {ledger.error ? <ErrorNote error={ledger.error} onRetry={() => void ledger.refetch()} /> : null}
      {sections.map((section) => (
        <WaitingGroupSection key={section.group} section={section} programmes={programmes ?? []} />
      ))}
      <AgreementsSection agreements={agreements ?? []} />
      <FundsSection funds={funds ?? []} />
      {isEmpty && isComplete ? (
        <div className={classes.panel}>
          <Empty icon="check" title={words.empty}>
            {words.emptyHint}
          </Empty>
        </div>
      ) : null}
      {ledger.data === undefined && !ledger.error ? <LoadingRows /> : null}
    </>
  );
}

/** Somebody without a role here may be an officer of a partner or of another agency with a fund, a monitor or an arbiter. */
function Guests({ officer }: { readonly officer: Officer }) {
  const { data: agreements } = useOwnAgreements(officer.address);
  const { data: funds = [] } = useOwnFunds(officer.address);
  const own = agreements ?? [];
  if (own.length + funds.length === 0) return <NoRole organisation={officer.organisation.name} />;
  if (agreementTasks(own).length > 0 || waitsInFunds(funds)) {
    return (
      <>
        <AgreementsSection agreements={own} />
        <FundsSection funds={funds} />
      </>
    );
  }
  return (
    <div className={classes.panel}>
      <Empty icon="check" title={words.empty}>
        <TextLink to="/console/agreements">{words.agreements.all}</TextLink>
      </Empty>
    </div>
  );
}

function NoRole({ organisation }: { readonly organisation: string }) {
  return (
    <div className={classes.panel}>
      <Empty title={words.emptyNoRole}>{words.emptyNoRoleHint(organisation)}</Empty>
    </div>
  );
}
