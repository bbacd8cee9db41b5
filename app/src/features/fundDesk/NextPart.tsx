// SPDX-License-Identifier: Apache-2.0

import type { FundStep } from "#sdk/funds/desk/index.ts";
import { countOf } from "../../shared/format/index.ts";
import { fundStepText } from "../../shared/funds/index.ts";
import { Section } from "../../shared/ui/index.ts";
import classes from "./fundDesk.module.css";
import type { FundView } from "./useFund.ts";
import { words } from "./words/index.ts";

const text = words.next;
const ANCHORS: Readonly<Record<FundStep["step"], string>> = {
  allocate: "allocate",
  book: "book",
  accept: "accept",
  release: "release",
};

/** What waits here for whoever is looking; left out where nothing does. */
export function NextPart({ view: { toApprove, steps, handle } }: { readonly view: FundView }) {
  if (toApprove.length + steps.length === 0) return null;
  return (
    <Section title={text.title}>
      {() => (
        <ul className={classes.lines}>
          {toApprove.length === 0 ? null : (
            <li>
              <a href="#acts">{text.acts(countOf(toApprove.length, text.proposals))}</a>
            </li>
          )}
          {steps.map((step) => (
            <li key={`${step.step} ${step.recipient?.address}`}>
              <a href={`#${ANCHORS[step.step]}`}>{fundStepText(step, handle.currency)}</a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
