// SPDX-License-Identifier: Apache-2.0

import { NativeSelect } from "@mantine/core";
import { useId, useState } from "react";
import { type CycleDetail, type ProgrammeHandle, returnCycleCall } from "#sdk/agency/index.ts";
import { type Act, ActButton, ActStatus, useAct } from "../../shared/act/index.ts";
import { RETURN_REASONS, reasonOptions } from "../../shared/cycles/index.ts";
import { useOfficer } from "../../shared/ledger/index.ts";
import classes from "./approve.module.css";
import { words } from "./words/index.ts";

const text = words.decide;

interface ReturnPartProps {
  readonly programme: ProgrammeHandle;
  readonly cycle: CycleDetail;
  /** Whether it can still be sent back. */
  readonly isWaiting: boolean;
}

/** Sends the cycle back to its preparer. How that ended stays on the page when the form goes: the ledger often shows it first. */
export function ReturnPart({ programme, cycle, isWaiting }: ReturnPartProps) {
  const act = useAct({ name: "return" });
  const officer = useOfficer();
  const mayReturn = officer !== undefined && (officer.has("Approver") || officer.has("Finance"));
  return (
    <>
      {isWaiting && mayReturn ? <ReturnForm act={act} programme={programme} cycle={cycle.cycle} /> : null}
      <ActStatus act={act} />
    </>
  );
}

interface ReturnFormProps {
  readonly act: Act;
  readonly programme: ProgrammeHandle;
  readonly cycle: number;
}

function ReturnForm({ act, programme, cycle }: ReturnFormProps) {
  const headingId = useId();
  const [reason, setReason] = useState("");
  return (
    <section className={classes.return} aria-labelledby={headingId}>
      <h3 id={headingId}>{text.returnTitle}</h3>
      <p className={classes.soft}>{text.returnHint}</p>
      <div className={classes.buttons}>
        <NativeSelect
          label={text.reason}
          data={[...reasonOptions(RETURN_REASONS)]}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ActButton
          act={act}
          variant="default"
          disabled={reason === ""}
          onRun={({ officer }) => returnCycleCall(programme, cycle, reason, officer.address)}
        >
          {text.returnIt}
        </ActButton>
      </div>
    </section>
  );
}
