// SPDX-License-Identifier: Apache-2.0

import {
  acts,
  liftGuardianPauseCall,
  liftMemberPauseCall,
  type PauseEvent,
  type PauseScope,
  type ProgrammeHandle,
  type ProgrammePauses,
  pauseAsGuardianCall,
  pauseAsMemberCall,
} from "#sdk/agency/index.ts";
import { tryAndPropose, useOpenActs } from "../../../shared/acts/index.ts";
import { useOfficer } from "../../../shared/ledger/index.ts";
import { useLedgerTime } from "../../../shared/live/index.ts";
import { NeedsOfficer, useWallet } from "../../../shared/wallet/index.ts";
import classes from "../desk.module.css";
import { Fold } from "../Fold.tsx";
import { words } from "../words/index.ts";
import { LiftForm } from "./LiftForm.tsx";
import { guardianLifts, memberLifts, pausableByMember } from "./lifts.ts";
import { StartForm } from "./StartForm.tsx";
import { useMayPauseAsMember, usePauseStory } from "./usePauses.ts";

const text = words.pause;
const BOTH: PauseScope = { redemptions: true, payouts: true };

interface PauseActsProps {
  readonly programme: ProgrammeHandle;
  readonly pauses: ProgrammePauses;
}

/** What can be done about pauses: by the guardian, by two officers, by a member of the council. What is paused is lifted first. */
export function PauseActs({ programme, pauses }: PauseActsProps) {
  const isByGuardian = guardianLifts(pauses).length > 0;
  return (
    <div className={classes.folds}>
      {isByGuardian ? <GuardianLift programme={programme} pauses={pauses} /> : null}
      {isByGuardian ? <OfficersLift programme={programme} pauses={pauses} /> : null}
      <Fold title={text.guardian.title} hint={text.guardian.hint}>
        <NeedsOfficer as="Guardian">
          <StartForm
            name="pause-guardian"
            can={BOTH}
            label={text.guardian.run}
            done={text.guardian.done}
            build={(scope, reason, guardian) => pauseAsGuardianCall(programme, scope, reason, guardian)}
          />
        </NeedsOfficer>
      </Fold>
      <MemberFold programme={programme} pauses={pauses} />
    </div>
  );
}

function GuardianLift({ programme, pauses }: PauseActsProps) {
  const isGuardian = useOfficer()?.has("Guardian") ?? false;
  return (
    <Fold title={text.lift.title} hint={text.lift.hint} isOpen={isGuardian}>
      <NeedsOfficer as="Guardian">
        <LiftForm
          name="lift-guardian"
          lifts={guardianLifts(pauses)}
          label={text.lift.run}
          done={text.lift.done}
          build={(lift, { officer }) => liftGuardianPauseCall(programme, lift, lift.since, officer.address)}
        />
      </NeedsOfficer>
    </Fold>
  );
}

/** Two officers lift the guardian's pause after two days, so that a lost key keeps no household waiting. */
function OfficersLift({ programme, pauses }: PauseActsProps) {
  const { data } = useOpenActs(programme);
  const isProposed = data?.some(({ name }) => name === "liftGuardianPause") ?? false;
  return (
    <Fold title={text.propose.title} hint={text.propose.hint}>
      <NeedsOfficer as="Finance">
        {isProposed ? <p>{text.propose.isProposed}</p> : null}
        <LiftForm
          name="lift-officers"
          lifts={guardianLifts(pauses)}
          label={words.propose}
          done={text.propose.done}
          build={(lift, { suite, officer }) =>
            tryAndPropose(suite, programme.address, acts.liftGuardianPause(lift, lift.since), officer.address)
          }
        />
      </NeedsOfficer>
    </Fold>
  );
}

/** A member stands outside the agency, so no role of its is asked. */
function MemberFold({ programme, pauses }: PauseActsProps) {
  const { address = "" } = useWallet();
  const now = useLedgerTime();
  const { data: mayPause = false } = useMayPauseAsMember(programme);
  const lifts = memberLifts(pauses, address, now);
  const can = pausableByMember(pauses, now);
  const isAllPaused = !(can.redemptions || can.payouts);
  const isTheirs = lifts.length > 0 || (mayPause && !isAllPaused);
  return (
    <Fold title={text.member.title} hint={text.member.hint} isOpen={isTheirs}>
      {lifts.length > 0 ? (
        <LiftForm
          name="lift-member"
          lifts={lifts}
          label={text.member.lift}
          done={text.member.lifted}
          build={(lift, { officer }) => liftMemberPauseCall(programme, lift, officer.address)}
        />
      ) : isTheirs ? (
        <StartForm
          name="pause-member"
          can={can}
          label={text.member.run}
          done={text.member.done}
          build={(scope, reason, member) => pauseAsMemberCall(programme, scope, reason, member)}
        />
      ) : (
        <MemberHint programme={programme} isAllPaused={mayPause && isAllPaused} />
      )}
    </Fold>
  );
}

interface MemberHintProps {
  readonly programme: ProgrammeHandle;
  readonly isAllPaused: boolean;
}

/** Why there is nothing to pause here for whoever is looking. */
function MemberHint({ programme, isAllPaused }: MemberHintProps) {
  const { address = "" } = useWallet();
  const { data: story = [] } = usePauseStory(programme);
  if (isAllPaused) return <p>{text.member.allPaused}</p>;
  const isOwn = ({ kind, by }: PauseEvent) => kind === "member" && by.toLowerCase() === address.toLowerCase();
  return <p>{story.some(isOwn) ? text.member.usedUp : text.member.only}</p>;
}
