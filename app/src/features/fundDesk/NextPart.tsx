// SPDX-License-Identifier: Apache-2.0

import { Anchor } from "@mantine/core";
import { countOf } from "../../shared/format/index.ts";
import { fundStepText } from "../../shared/funds/index.ts";
import { Section } from "../../shared/ui/index.ts";
import classes from "./fundDesk.module.css";
import type { FundView } from "./useFund.ts";
import { words } from "./words/index.ts";

const text = words.next;

/** What waits here for whoever is looking; left out where nothing does. */
export function NextPart({ view: { toApprove, steps, handle } }: { readonly view: FundView }) {
  if (toApprove.length + steps.length === 0) return null;
  return (
    <Section title={text.title}>
      {() => (
        <ul className={classes.lines}>
          {toApprove.length === 0 ? null : (
            <li>
              <Anchor href="#acts">{text.acts(countOf(toApprove.length, text.proposals))}</Anchor>
            </li>
          )}
          {steps.map((step) => (
            <li key={`${step.step} ${step.recipient?.address}`}>
              <Anchor href={`#${step.step}`}>{fundStepText(step, handle.currency)}</Anchor>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
