// SPDX-License-Identifier: Apache-2.0

import { useState } from "react";
import { disputeCall } from "#sdk/agreements/index.ts";
import { useOffice } from "../../../shared/office/index.ts";
import { type ChosenFile, FileField } from "../files/FileField.tsx";
import { keepFile } from "../files/useFiles.ts";
import { words } from "../words/index.ts";
import { FoldedAct } from "./ActPart.tsx";
import { AtOffice } from "./AtOffice.tsx";
import { Doing } from "./Doing.tsx";
import type { MilestoneActsProps } from "./milestoneActsProps.ts";

const text = words.dispute;

/** Sends a milestone to the arbiter whom both sides named, with a document that says why. */
export function DisputeForm({ view: { handle }, milestone: { milestone } }: MilestoneActsProps) {
  const { client } = useOffice();
  const [reason, setReason] = useState<ChosenFile>();
  return (
    <FoldedAct title={text.title} hint={text.hint}>
      <AtOffice>
        <FileField label={text.drop} value={reason} onChange={setReason} />
        <Doing
          name={`dispute-${milestone}`}
          label={text.run}
          done={text.done}
          isQuiet
          disabled={reason === undefined}
          build={async () => {
            const file = reason as ChosenFile;
            await keepFile(client, handle.address, file);
            return disputeCall({ agreement: handle.address, milestone }, file.hash);
          }}
        />
      </AtOffice>
    </FoldedAct>
  );
}
