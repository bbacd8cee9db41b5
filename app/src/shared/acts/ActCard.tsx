// SPDX-License-Identifier: Apache-2.0

import { type ReactNode, useEffect, useId } from "react";
import {
  type ActingOfficer,
  approveCall,
  hindranceOf,
  type OpenAct,
  withdrawCall,
} from "#sdk/agency/index.ts";
import { type Act, ActButton, ActStatus, useAct } from "../act/index.ts";
import { shorten, showMoment } from "../format/index.ts";
import { useOfficer } from "../ledger/index.ts";
import { useLedgerTime } from "../live/index.ts";
import classes from "./ActCard.module.css";
import { ActFacts, actTitle } from "./ActFacts.tsx";
import { explainAct } from "./explainAct.ts";
import type { ActContext } from "./showFact.tsx";
import { words } from "./words/index.ts";

interface ActCardProps {
  readonly act: OpenAct;
  readonly context: ActContext;
  /** What else the approver should compare, such as the receipt that is corrected. */
  readonly children?: ReactNode;
  /** Whether it still waits. Once it does not, the card only says how the officer's own part in it ended. Default: true. */
  readonly isOpen?: boolean;
  /** Told whether the officer has begun to decide the act here, so that the card can stay until it has said how that ended. */
  readonly onActed?: ((act: OpenAct, isActed: boolean) => void) | undefined;
  /** Whoever decides, where the act is not of the console's own organisation. */
  readonly officer?: ActingOfficer | undefined;
}

/** A proposal in plain words: what it does, every value in it, who proposed it, and the buttons of whoever is looking. */
export function ActCard({ act, context, children, isOpen = true, onActed, officer }: ActCardProps) {
  const headingId = useId();
  const explanation = explainAct(act.name, act.args);
  const title = actTitle(explanation, context);
  const effect = words.effects[explanation.name];
  return (
    <article className={classes.card} aria-labelledby={headingId}>
      <h3 id={headingId} className={classes.title}>
        {title}
      </h3>
      {effect === undefined ? null : <p className={classes.soft}>{effect}</p>}
      <ActFacts explanation={explanation} context={context} />
      {children}
      <ActDecision act={act} title={title} isOpen={isOpen} onActed={onActed} officer={officer} />
    </article>
  );
}

interface ActDecisionProps extends Pick<ActCardProps, "act" | "onActed" | "officer"> {
  readonly title: string;
  readonly isOpen: boolean;
}

function ActDecision({ act, title, isOpen, onActed, officer }: ActDecisionProps) {
  const approval = useAct({ name: `approve-act-${act.contract}-${act.actId}` });
  const withdrawal = useAct({ name: `withdraw-act-${act.contract}-${act.actId}` });
  const isActed = approval.state.kind !== "idle" || withdrawal.state.kind !== "idle";
  useEffect(() => onActed?.(act, isActed), [onActed, act, isActed]);
  return (
    <footer className={classes.decision}>
      {isOpen ? (
        <ActChoice act={act} title={title} approval={approval} withdrawal={withdrawal} officer={officer} />
      ) : null}
      <ActStatus act={approval} />
      <ActStatus act={withdrawal} />
    </footer>
  );
}

interface ActChoiceProps extends Pick<ActCardProps, "officer"> {
  readonly act: OpenAct;
  readonly title: string;
  readonly approval: Act;
  readonly withdrawal: Act;
}

function ActChoice({ act, title, approval, withdrawal, officer: given }: ActChoiceProps) {
  const own = useOfficer();
  const officer = given ?? own;
  const now = useLedgerTime();
  const isOwn = officer !== undefined && isSame(act.proposer, officer.address);
  const hindrance = officer === undefined ? "role" : hindranceOf(act, officer, now);
  const mayEnd = isOwn || (officer !== undefined && isApprover(act, officer));
  return (
    <>
      <p className={classes.soft}>
        {words.proposedBy(isOwn ? words.you : shorten(act.proposer), showMoment(act.proposedAt))}{" "}
        {hindrance === undefined ? words.lapsesAt(showMoment(act.lapsesAt)) : reasons[hindrance](act)}
      </p>
      <div className={classes.buttons}>
        {hindrance === undefined ? (
          <ActButton act={approval} onRun={() => approveCall(act)} label={words.approveWhat(title)}>
            {words.approve}
          </ActButton>
        ) : null}
        {mayEnd ? (
          <ActButton
            act={withdrawal}
            variant="default"
            onRun={() => withdrawCall(act)}
            label={isOwn ? words.takeBackWhat(title) : words.sendBackWhat(title)}
          >
            {isOwn ? words.takeBack : words.sendBack}
          </ActButton>
        ) : null}
      </div>
    </>
  );
}

const reasons = {
  own: () => words.ownProposal,
  role: () => words.notApprover,
  tooEarly: ({ readyAt }: OpenAct) => words.waitsUntil(showMoment(readyAt)),
  lapsed: ({ lapsesAt }: OpenAct) => words.lapsed(showMoment(lapsesAt)),
};

/** Whoever may approve may also send back. */
function isApprover({ rule }: OpenAct, { roles }: ActingOfficer): boolean {
  return roles.has(rule === undefined ? "Approver" : rule.approver);
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
