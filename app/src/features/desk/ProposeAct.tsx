// SPDX-License-Identifier: Apache-2.0

import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { ActButton, ActStatus, useAct } from "../../shared/act/index.ts";
import { tryAndPropose } from "../../shared/acts/index.ts";
import { notify } from "../../shared/notice/index.ts";
import { words } from "./words/index.ts";

interface ProposeActProps {
  readonly programme: ProgrammeHandle;
  /** Tells the acts of one page apart. */
  readonly name: string;
  /** Makes the calldata of what is proposed; undefined while the form is not filled in. */
  readonly calldata: (() => string) | undefined;
  /** Called when the ledger has the proposal. */
  readonly onDone?: () => void;
}

/** The button under a form that proposes an act of the programme to a second officer, and how it goes. */
export function ProposeAct({ programme, name, calldata, onDone }: ProposeActProps) {
  const act = useAct({
    name,
    onDone: () => {
      notify({ text: words.proposed });
      onDone?.();
    },
  });
  return (
    <>
      <div>
        <ActButton
          act={act}
          disabled={calldata === undefined}
          onRun={({ suite, officer }) =>
            tryAndPropose(suite, programme.address, calldata?.() ?? "0x", officer.address)
          }
        >
          {words.propose}
        </ActButton>
      </div>
      <ActStatus act={act} />
    </>
  );
}
