// SPDX-License-Identifier: Apache-2.0

import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { FINDINGS, type Finding, returnMilestoneCall, type SubmissionPlace } from "#sdk/agreements/index.ts";
import { agreementWords } from "../../../shared/agreements/index.ts";
import { useOffice } from "../../../shared/office/index.ts";
import { type ChosenFile, FileField } from "../files/FileField.tsx";
import { keepFile } from "../files/useFiles.ts";
import { words } from "../words/index.ts";
import { FoldedAct } from "./ActPart.tsx";
import { Doing } from "./Doing.tsx";

const text = words.sendBack;

/** Send a submission back with a finding, and a report where there is more to say. */
export function ReturnForm({ place }: { readonly place: SubmissionPlace }) {
  const { client, state: office } = useOffice();
  const [finding, setFinding] = useState<Finding>("InsufficientDocumentation");
  const [report, setReport] = useState<ChosenFile>();
  return (
    <FoldedAct title={text.title} hint={text.hint}>
      <FindingSelect value={finding} onChange={setFinding} />
      {office === "signedIn" ? <FileField label={text.report} value={report} onChange={setReport} /> : null}
      <Doing
        name={`return-${place.milestone}`}
        label={text.run}
        done={text.done}
        isQuiet
        build={async () => {
          if (report !== undefined) await keepFile(client, place.agreement, report);
          return returnMilestoneCall(place, finding, report?.hash);
        }}
      />
    </FoldedAct>
  );
}

interface FindingSelectProps {
  readonly value: Finding;
  readonly onChange: (finding: Finding) => void;
}

/** The categories of the field for what is wrong with a claim. */
export function FindingSelect({ value, onChange }: FindingSelectProps) {
  return (
    <NativeSelect
      label={text.finding}
      value={value}
      data={FINDINGS.filter((finding) => finding !== "None").map((finding) => ({
        value: finding,
        label: agreementWords.findings[finding],
      }))}
      onChange={({ currentTarget }) => onChange(currentTarget.value as Finding)}
    />
  );
}
