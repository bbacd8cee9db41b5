// SPDX-License-Identifier: Apache-2.0

import { acts, type Cycle, closeAbandonedCycleCall, type ProgrammeHandle } from "#sdk/agency/index.ts";
import { amountOf } from "#sdk/money/index.ts";
import { ActButton, ActStatus, useAct } from "../../shared/act/index.ts";
import { tryAndPropose } from "../../shared/acts/index.ts";
import { useBalances } from "../../shared/cycles/index.ts";
import { showMoney } from "../../shared/format/index.ts";
import { useLedgerTime } from "../../shared/live/index.ts";
import { notify } from "../../shared/notice/index.ts";
import { type Fact, FactGrid, HintLine, Section } from "../../shared/ui/index.ts";
import { NeedsOfficer } from "../../shared/wallet/index.ts";
import { type ClosingItem, isAbandoned } from "./checklist.ts";
import classes from "./close.module.css";
import { words } from "./words/index.ts";

const text = words.close;

interface CloseSectionProps {
  readonly programme: ProgrammeHandle;
  readonly cycle: Cycle;
  readonly items: readonly ClosingItem[];
  /** Whether a proposal to close it waits already. */
  readonly isProposed: boolean;
}

/** What closing does to the money, and the signature for it. */
export function CloseSection({ programme, cycle, items, isProposed }: CloseSectionProps) {
  const { currency } = programme;
  const { data } = useBalances(programme);
  const facts: readonly Fact[] = [
    [text.free, showMoney(cycle.unspent, currency)],
    [text.spent, showMoney(amountOf(cycle.redeemed - cycle.refunded), currency)],
    ...(data === undefined
      ? []
      : [[text.freeAfter, showMoney(amountOf(data.free + cycle.unspent), currency)] as const]),
  ];
  return (
    <Section title={text.title}>
      {() => (
        <div className={classes.close}>
          {cycle.state === "Approved" ? <FactGrid facts={facts} isInset /> : null}
          <Signature programme={programme} cycle={cycle} items={items} isProposed={isProposed} />
        </div>
      )}
    </Section>
  );
}

/** Two officers close a cycle; once it was left for long enough, one signature of anybody will do. */
function Signature({ programme, cycle, items, isProposed }: CloseSectionProps) {
  const now = useLedgerTime();
  const proposing = useAct({ name: "close", onDone: () => notify({ text: text.proposed }) });
  const closing = useAct({ name: "close-abandoned", onDone: () => notify({ text: text.done }) });
  if (cycle.state === "Closed") return <HintLine icon="check">{text.isClosed}</HintLine>;
  if (cycle.state !== "Approved") return <HintLine>{text.notApproved}</HintLine>;
  if (items.some(({ state }) => state === "blocks")) return <HintLine>{text.later}</HintLine>;
  const hasLeft = items.some(({ state }) => state === "left");
  return (
    <>
      {hasLeft ? <HintLine>{text.leftWarning}</HintLine> : null}
      {isAbandoned(cycle.graceEndsAt, now) ? (
        <>
          <p>{text.abandoned}</p>
          <div>
            <ActButton act={closing} onRun={() => closeAbandonedCycleCall(programme, cycle.cycle)}>
              {text.closeNow}
            </ActButton>
          </div>
          <ActStatus act={closing} />
        </>
      ) : isProposed ? (
        <HintLine icon="check">{text.proposed}</HintLine>
      ) : (
        <NeedsOfficer as="Finance">
          <div>
            <ActButton
              act={proposing}
              {...(hasLeft ? { variant: "default" } : {})}
              onRun={({ suite, officer }) =>
                tryAndPropose(suite, programme.address, acts.closeCycle(cycle.cycle), officer.address)
              }
            >
              {text.propose}
            </ActButton>
          </div>
          <ActStatus act={proposing} />
        </NeedsOfficer>
      )}
    </>
  );
}
