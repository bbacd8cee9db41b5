// SPDX-License-Identifier: Apache-2.0

import type { CustodianRequest } from "#sdk/office/index.ts";
import { UnlockHouseholds, useHouseholdKey } from "../../../shared/households/index.ts";
import { Section } from "../../../shared/ui/index.ts";
import classes from "../accounts.module.css";
import { words } from "../words/index.ts";
import { OwnListForm } from "./OwnListForm.tsx";
import type { OwnHouseholds } from "./saveOwn.ts";

const text = words.opening.own;

interface OwnListProps {
  readonly onRequest: (request: CustodianRequest, own: OwnHouseholds) => void;
}

/** Open accounts for a list of ids that no preparer has asked for. */
export function OwnList({ onRequest }: OwnListProps) {
  const { key } = useHouseholdKey();
  if (key === undefined) return <UnlockHouseholds why={text.why} />;
  return (
    <Section title={text.title} hint={text.hint}>
      {() => (
        <div className={classes.padded}>
          <OwnListForm householdKey={key} onRequest={onRequest} />
        </div>
      )}
    </Section>
  );
}
