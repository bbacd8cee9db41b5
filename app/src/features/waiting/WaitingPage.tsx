// SPDX-License-Identifier: Apache-2.0

import { useOwnAgreements } from "../../shared/agreements/index.ts";
import { config } from "../../shared/config/index.ts";
import { type CouncilTasks, useCouncilTasks } from "../../shared/councilRoom/index.ts";
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
import { CouncilSection } from "./CouncilSection.tsx";
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
  const { data: council } = useCouncilTasks(state.kind === "known" ? state.officer.address : undefined);
  // One frame for all states: a new one would take the focus away from whoever is connecting in the header.
  return (
    <Page title={words.title} intro={<p>{introOf(state, council)}</p>}>
      {state.kind === "nobody" && config().organisation !== null ? <ConnectHere /> : null}
      {state.kind === "reading" ? <LoadingRows /> : null}
      {state.kind === "failed" ? <ErrorNote error={state.error} onRetry={state.retry} /> : null}
      {state.kind === "known" ? <OfficersPart officer={state.officer} council={council} /> : null}
    </Page>
  );
}

function introOf(state: OfficerState, council: CouncilTasks | null | undefined): string {
  if (state.kind !== "known") return state.kind === "nobody" ? words.introNobody : "\u00a0";
  const { roles, organisation } = state.officer;
  if (roles.size === 0 && council !== undefined && council !== null) return words.council.member;
  return words.intro(roles.size === 0 ? words.noRole : allRoles(roles), organisation.name);
}

interface BoardProps {
  readonly officer: Officer;
  /** Undefined while it is being read; null for somebody without a seat in the council. */
  readonly council: CouncilTasks | null | undefined;
}

function OfficersPart({ officer, council }: BoardProps) {
  const { organisation, roles } = officer;
  const programmes = useOwnProgrammes(organisation.id);
  return (
    <>
      {council === undefined || council === null ? null : <CouncilSection tasks={council} />}
      {roles.size === 0 ? (
        <Guests officer={officer} council={council} />
      ) : (
        <Board officer={officer} council={council} />
      )}
      {programmes.data === undefined ? null : <ProgrammesSection programmes={programmes.data} />}
    </>
  );
}

function Board({ officer, council }: BoardProps) {
  const { data: programmes } = useOwnProgrammes(officer.organisation.id);
  const ledger = useLedgerTasks(officer);
  const office = useOfficeTasks(officer);
  const sections = boardOf([...(ledger.data?.tasks ?? []), ...office.tasks], ledger.data?.preparedAt);
  const { data: agreements } = useOwnAgreements(officer.address);
  const { data: funds } = useOwnFunds(officer.address);
  const isRead = agreements !== undefined && funds !== undefined && council !== undefined;
  const isComplete = ledger.data !== undefined && !office.isReading && isRead;
  const isElsewhere = agreementTasks(agreements ?? []).length > 0 || waitsInFunds(funds ?? []);
  const isEmpty = sections.length === 0 && !isElsewhere && !waitsInCouncil(council);
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

function waitsInCouncil(council: CouncilTasks | null | undefined): boolean {
  return council !== undefined && council !== null && council.votes.length + council.ready.length > 0;
}

/** Somebody without a role here may be a member of the council, an officer of a partner or of another agency with a fund, a monitor or an arbiter. */
function Guests({ officer, council }: BoardProps) {
  const { data: agreements } = useOwnAgreements(officer.address);
  const { data: funds = [] } = useOwnFunds(officer.address);
  const own = agreements ?? [];
  if (own.length + funds.length === 0 && council === null) {
    return <NoRole organisation={officer.organisation.name} />;
  }
  if (agreementTasks(own).length > 0 || waitsInFunds(funds)) {
    return (
      <>
        <AgreementsSection agreements={own} />
        <FundsSection funds={funds} />
      </>
    );
  }
  if (waitsInCouncil(council)) return null;
  if (agreements === undefined || council === undefined) return <LoadingRows />;
  return (
    <div className={classes.panel}>
      <Empty icon="check" title={words.empty}>
        {council === null ? (
          <TextLink to="/console/agreements">{words.agreements.all}</TextLink>
        ) : (
          <TextLink to="/console/council">{words.council.all}</TextLink>
        )}
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
