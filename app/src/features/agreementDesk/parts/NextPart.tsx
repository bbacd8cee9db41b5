// SPDX-License-Identifier: Apache-2.0

import { actorsText, stepText } from "../../../shared/agreements/index.ts";
import { countOf, showMoment } from "../../../shared/format/index.ts";
import { SignInHere, useOffice } from "../../../shared/office/index.ts";
import { Section } from "../../../shared/ui/index.ts";
import { useWallet } from "../../../shared/wallet/index.ts";
import classes from "../agreementDesk.module.css";
import type { AgreementView } from "../useAgreement.ts";
import { words } from "../words/index.ts";
import { standingText } from "./standingText.ts";

const text = words.next;

/** What waits for the reader here, or else whom the agreement waits for. */
export function NextPart({ view }: { readonly view: AgreementView }) {
  const { steps, acts, next, standing, names } = view;
  const { address } = useWallet();
  const { state: office } = useOffice();
  const waited = next.filter(({ isWaitedFor }) => isWaitedFor);
  const isMine = steps.length + acts.length > 0;
  return (
    <Section
      title={isMine ? text.yours : text.others}
      hint={address === undefined ? text.connect : standingText(standing, names)}
    >
      {() => (
        <>
          {isMine || waited.length === 0 ? null : <p className={classes.lead}>{text.othersHaveTo}</p>}
          {office === "signedOut" ? (
            <div className={classes.lead}>
              <SignInHere why={text.signIn} />
            </div>
          ) : null}
          <ul className={classes.steps}>
            {steps.map((step) => (
              <li key={`${step.step} ${step.milestone}`}>
                <a href={`#${anchorOf(step.milestone, step.step)}`}>{stepText(step)}</a>
                {step.until === undefined ? null : (
                  <span className={classes.soft}> {text.until(showMoment(step.until))}</span>
                )}
              </li>
            ))}
            {acts.length === 0 ? null : (
              <li>
                <a href="#acts">{text.acts(countOf(acts.length, text.proposals))}</a>
              </li>
            )}
            {isMine
              ? null
              : waited.map((step) => (
                  <li key={`${step.step} ${step.milestone}`}>
                    {text.waitsFor(stepText(step), actorsText(step.by))}
                  </li>
                ))}
            {isMine || waited.length > 0 ? null : <li className={classes.soft}>{text.nothing}</li>}
          </ul>
        </>
      )}
    </Section>
  );
}

/** Where on the page a step is taken. */
function anchorOf(milestone: number | undefined, step: string): string {
  if (milestone !== undefined) return `milestone-${milestone}`;
  if (step === "fund") return "money";
  return step === "terminate" || step === "complete" ? "end" : "terms";
}
