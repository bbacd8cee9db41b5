// SPDX-License-Identifier: Apache-2.0

import { type ActBuild, ActButton, ActStatus, useAct } from "../../shared/act/index.ts";
import { notify } from "../../shared/notice/index.ts";

interface DoingProps {
  /** Tells the acts of the page apart. */
  readonly name: string;
  readonly label: string;
  /** What is told when the ledger shows it: the form itself is often gone by then. */
  readonly done: string;
  readonly build: ActBuild;
  readonly onDone?: () => void;
  readonly disabled?: boolean;
}

/** The button of a form, and how the act goes. */
export function Doing({ name, label, done, build, onDone, disabled = false }: DoingProps) {
  const act = useAct({
    name,
    onDone: () => {
      notify({ text: done });
      onDone?.();
    },
  });
  return (
    <>
      <div>
        <ActButton act={act} onRun={build} disabled={disabled}>
          {label}
        </ActButton>
      </div>
      <ActStatus act={act} />
    </>
  );
}
