// SPDX-License-Identifier: Apache-2.0

import { Empty, Section } from "../../../shared/ui/index.ts";
import classes from "../agreementDesk.module.css";
import type { AgreementView } from "../useAgreement.ts";
import { words } from "../words/index.ts";
import { MilestoneItem } from "./MilestoneItem.tsx";

const text = words.milestones;

/** Every milestone in its order, with its state, who must do what next, and the forms of whoever may do it. */
export function MilestonesPart({ view }: { readonly view: AgreementView }) {
  const { milestones } = view.agreement;
  return (
    <Section title={text.title} hint={text.hint} anchor="milestones">
      {() =>
        milestones.length === 0 ? (
          <Empty title={text.none}>{text.noneHint}</Empty>
        ) : (
          <ol className={classes.timeline}>
            {milestones.map((milestone) => (
              <MilestoneItem key={milestone.milestone} view={view} milestone={milestone} />
            ))}
          </ol>
        )
      }
    </Section>
  );
}
