// SPDX-License-Identifier: Apache-2.0

import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { level } from "../../shared/form/index.ts";
import { UnlockHouseholds, useHouseholdKey } from "../../shared/households/index.ts";
import { NeedsOffice } from "../../shared/office/index.ts";
import { Section } from "../../shared/ui/index.ts";
import classes from "./accounts.module.css";
import { SearchById } from "./SearchById.tsx";
import { SearchByNumber } from "./SearchByNumber.tsx";
import { words } from "./words/index.ts";

const text = words.search;

interface SearchPanelProps {
  /** The account that is shown now. */
  readonly number: number | undefined;
  readonly onFound: (account: number) => void;
  readonly onNothing: () => void;
}

/** Where a household is looked for: by the office's own id, or by its account number. */
export function SearchPanel({ number, onFound, onNothing }: SearchPanelProps) {
  const [by, setBy] = useState<"id" | "number">(number === undefined ? "id" : "number");
  const { state } = useHouseholdKey();
  return (
    <>
      <Section title={text.title}>
        {() => (
          <div className={classes.search}>
            <NativeSelect
              label={text.by}
              {...level}
              value={by}
              data={[
                { value: "id", label: text.byId },
                { value: "number", label: text.byNumber },
              ]}
              onChange={({ currentTarget }) => setBy(currentTarget.value === "id" ? "id" : "number")}
            />
            {by === "id" ? (
              <SearchById isLocked={state === "locked"} onFound={onFound} onNothing={onNothing} />
            ) : (
              <SearchByNumber key={number} number={number} onSearch={onFound} />
            )}
          </div>
        )}
      </Section>
      {by === "id" && state === "locked" ? (
        <NeedsOffice>
          <UnlockHouseholds why={text.why} />
        </NeedsOffice>
      ) : null}
    </>
  );
}
