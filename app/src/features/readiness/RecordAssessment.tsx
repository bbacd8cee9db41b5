// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { isDocumentRecorded, recordDocumentCall } from "#sdk/agency/documents.ts";
import { ActButton, ActStatus, useAct } from "../../shared/act/index.ts";
import { LEDGER_KEY } from "../../shared/api/index.ts";
import { useSuite } from "../../shared/ledger/index.ts";
import { Icon } from "../../shared/ui/index.ts";
import { words } from "./words/index.ts";

const text = words.file;

interface RecordAssessmentProps {
  readonly hash: string;
  readonly organisation: number;
}

/** An officer puts the fingerprint on the ledger for their organisation. */
export function RecordAssessment({ hash, organisation }: RecordAssessmentProps) {
  const suite = useSuite();
  const act = useAct({ name: "record-assessment" });
  const { data: isRecorded } = useQuery({
    queryKey: [LEDGER_KEY, "recorded", hash, organisation],
    queryFn: () => isDocumentRecorded(suite, hash, organisation),
  });
  // An assessment is about working together on this ledger at all: its subject is the consortium.
  const record = async () =>
    recordDocumentCall(suite, {
      organisation,
      hash,
      kind: "Assessment",
      subject: suite.deployment.contracts.consortium,
    });
  return (
    <div>
      {isRecorded ? (
        <p role="status">
          <Icon name="check" size={16} /> {text.recorded}
        </p>
      ) : (
        <ActButton act={act} onRun={record} variant="default">
          {text.record}
        </ActButton>
      )}
      <ActStatus act={act} />
    </div>
  );
}
