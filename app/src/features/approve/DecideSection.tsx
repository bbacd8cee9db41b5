// SPDX-License-Identifier: Apache-2.0

import {
  approveCycleCall,
  type CycleDetail,
  type ProgrammeHandle,
  releaseCycleCall,
} from "#sdk/agency/index.ts";
import { ActButton, ActStatus, useAct } from "../../shared/act/index.ts";
import { useBalances } from "../../shared/cycles/index.ts";
import { countOf, showMoney } from "../../shared/format/index.ts";
import { useOfficer } from "../../shared/ledger/index.ts";
import { useLedgerTime } from "../../shared/live/index.ts";
import { HintLine, Section, TextLink } from "../../shared/ui/index.ts";
import classes from "./approve.module.css";
import {
  type ApproveHindrance,
  approveHindrance,
  type ReleaseHindrance,
  releaseHindrance,
  reservesNow,
} from "./hindrance.ts";
import { ReturnPart } from "./ReturnPart.tsx";
import type { Verdict } from "./useCheck.ts";
import { words } from "./words/index.ts";

const text = words.decide;

interface DecideProps {
  readonly programme: ProgrammeHandle;
  readonly cycle: CycleDetail;
  /** Undefined until the list has been compared. */
  readonly verdict: Verdict | undefined;
}

/** Approve or release what agrees, or send it back. */
export function DecideSection({ programme, cycle, verdict }: DecideProps) {
  const isWaiting = cycle.state === "Prepared" || cycle.state === "AwaitingRelease";
  const households = countOf(cycle.terms.households, text.household);
  return (
    <Section title={text.title} hint={isWaiting ? text.needed(cycle.cycle) : undefined}>
      {() => (
        <div className={classes.decide}>
          <p className={classes.headline}>
            {text.summary(households, showMoney(cycle.total, programme.currency))}
          </p>
          <Decision programme={programme} cycle={cycle} verdict={verdict} />
          <ReturnPart programme={programme} cycle={cycle} isWaiting={isWaiting} />
          <p>
            <TextLink
              to="/console/programmes/$address/cycles/$cycle"
              params={{ address: programme.address, cycle: String(cycle.cycle) }}
            >
              {text.toCycle}
            </TextLink>
          </p>
        </div>
      )}
    </Section>
  );
}

function Decision({ programme, cycle, verdict }: DecideProps) {
  const act = useAct({ name: "decide" });
  const officer = useOfficer();
  const now = useLedgerTime();
  const { data: balances } = useBalances(programme);
  // Until the balances are read, money is not what keeps anybody back: the contract checks it in any case.
  const scene = { officer, now, free: balances?.free ?? cycle.total };
  const isRelease = cycle.state === "AwaitingRelease" && officer?.has("Finance") === true;
  const hindrance = isRelease ? releaseHindrance(cycle, scene) : approveHindrance(cycle, scene);
  const reason = reasonText(hindrance, cycle, isRelease);
  if (reason !== undefined) {
    return (
      <>
        <HintLine>{reason}</HintLine>
        <ActStatus act={act} />
      </>
    );
  }
  if (verdict === undefined) return <HintLine>{text.notYet}</HintLine>;
  if (!verdict.agrees) return <HintLine>{words.errors.differs.next}</HintLine>;
  const termsHash = ownTermsHash(verdict);
  const callOf = isRelease ? releaseCycleCall : approveCycleCall;
  return (
    <>
      {isRelease ? <p>{text.releaseHint}</p> : null}
      {!isRelease && reservesNow(cycle) ? <p>{text.reserves}</p> : null}
      <div className={classes.buttons}>
        <ActButton
          act={act}
          onRun={({ officer: signer }) => callOf(programme, cycle.cycle, termsHash, signer.address)}
        >
          {isRelease ? text.release : text.approve}
        </ActButton>
      </div>
      <ActStatus act={act} />
    </>
  );
}

/** What is signed is the hash that this machine worked out, never the one that was read. */
function ownTermsHash({ facts }: Verdict): string {
  return String(facts.find(({ name }) => name === "termsHash")?.own ?? "");
}

function reasonText(
  hindrance: ApproveHindrance | ReleaseHindrance | undefined,
  { state }: CycleDetail,
  isRelease: boolean,
): string | undefined {
  if (hindrance === undefined) return undefined;
  if (isRelease && hindrance === "preparer") return text.hindrances.financePreparer;
  if (hindrance === "role" && state === "AwaitingRelease") return text.hindrances.financeRole;
  return text.hindrances[hindrance];
}
