// SPDX-License-Identifier: Apache-2.0

import { Loader } from "@mantine/core";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { useCycles } from "../../shared/cycles/index.ts";
import { Loaded, useShopDetails } from "../../shared/desk/index.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import { FileProblems } from "./FileProblems.tsx";
import { ResultView } from "./ResultView.tsx";
import classes from "./reconcile.module.css";
import { type Choice, StatementForm } from "./StatementForm.tsx";
import { useComparison } from "./useComparison.ts";
import { words } from "./words/index.ts";

interface ReconcileProps {
  readonly programme: ProgrammeHandle;
  readonly chosen: Choice;
  readonly onChoose: (next: Choice) => void;
}

/** From the choice of shop and cycle to the recorded statement. A new choice throws the comparison away, a new file replaces it. */
export function Reconcile({ programme, chosen, onChoose }: ReconcileProps) {
  const shops = useShopDetails(programme);
  const cycles = useCycles(programme);
  const { state, start, reset } = useComparison(programme);
  return (
    <Loaded query={shops}>
      {(known) => (
        <Loaded query={cycles}>
          {(all) => (
            <>
              <StatementForm
                shops={known}
                cycles={all}
                chosen={chosen}
                onChoose={(next) => {
                  reset();
                  onChoose(next);
                }}
                onFile={start}
                isBusy={state.kind === "comparing"}
              />
              {state.kind === "comparing" ? (
                <p className={classes.busy} role="status">
                  <Loader size={16} aria-hidden="true" /> {words.reading}
                </p>
              ) : null}
              {state.kind === "failed" ? <ErrorNote error={state.error} /> : null}
              {state.kind === "unreadable" ? <FileProblems file={state.file} /> : null}
              {state.kind === "compared" ? <ResultView programme={programme} compared={state} /> : null}
            </>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
