// SPDX-License-Identifier: Apache-2.0

import { Radio, TextInput } from "@mantine/core";
import { useState } from "react";
import {
  acts,
  documentHash,
  isDocumentRecorded,
  type ProgrammeHandle,
  proposeCall,
  recordDocumentCall,
  type SettlementDetail,
} from "#sdk/agency/index.ts";
import { type ActBuild, ActButton, ActStatus, useAct } from "../../shared/act/index.ts";
import { tryAndPropose } from "../../shared/acts/index.ts";
import { useOffice } from "../../shared/office/index.ts";
import { FileDrop, HexValue, Section } from "../../shared/ui/index.ts";
import { NeedsOfficer } from "../../shared/wallet/index.ts";
import classes from "./settle.module.css";
import { words } from "./words/index.ts";

const text = words.one.bank;
const REASON = /^[A-Z0-9-]{1,31}$/;

interface BankAnswerProps {
  readonly programme: ProgrammeHandle;
  readonly settlement: SettlementDetail;
}

/** A file that was chosen, with its fingerprint. */
interface BankFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly hash: string;
}

/** The bank's own statement goes on record, and Finance says what it shows; an approver confirms. */
export function BankAnswer({ programme, settlement }: BankAnswerProps) {
  const [file, setFile] = useState<BankFile>();
  const take = async (chosen: File) => {
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    setFile({ bytes, hash: documentHash(bytes) });
  };
  return (
    <Section title={text.title} hint={text.hint}>
      {() => (
        <div className={classes.form}>
          <NeedsOfficer as="Finance">
            {file === undefined ? (
              <FileDrop label={text.drop} choose={text.choose} onFile={(chosen) => void take(chosen)} />
            ) : (
              <AnswerForm programme={programme} settlement={settlement} file={file} />
            )}
          </NeedsOfficer>
        </div>
      )}
    </Section>
  );
}

function AnswerForm({ programme, settlement, file }: BankAnswerProps & { readonly file: BankFile }) {
  const [answer, setAnswer] = useState<"paid" | "returned">("paid");
  const [reason, setReason] = useState("");
  const { client, state: office } = useOffice();
  const act = useAct({ name: "bank-answer" });
  const isReasonFit = REASON.test(reason);

  const propose: ActBuild = async ({ suite, officer }) => {
    if (office === "signedIn") await client.putDocument(file.hash, file.bytes);
    const { organisation, address } = programme;
    const { settlement: id } = settlement;
    const calldata =
      answer === "paid"
        ? acts.confirmSettlement(id, file.hash)
        : acts.returnSettlement(id, reason, file.hash);
    const isRecorded = await isDocumentRecorded(suite, file.hash, organisation);
    if (isRecorded) return tryAndPropose(suite, address, calldata, officer.address);
    // The contract wants the statement on record first, so what comes after recording cannot be tried yet.
    const record = { organisation, hash: file.hash, kind: "BankStatement", subject: address } as const;
    return [recordDocumentCall(suite, record), proposeCall(address, calldata, officer.address)];
  };

  return (
    <>
      <p>
        {text.fingerprint} <HexValue value={file.hash} what={text.theFingerprint} />
      </p>
      <Radio.Group label={text.shows} value={answer} onChange={(value) => setAnswer(value as typeof answer)}>
        <Radio value="paid" label={text.paid} className={classes.choice} />
        <Radio value="returned" label={text.returned} className={classes.choice} />
      </Radio.Group>
      {answer === "returned" ? (
        <TextInput
          label={text.reason}
          value={reason}
          autoComplete="off"
          error={reason === "" || isReasonFit ? undefined : words.fields.reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value.trim().toUpperCase())}
        />
      ) : null}
      <div>
        <ActButton act={act} onRun={propose} disabled={answer === "returned" && !isReasonFit}>
          {words.form.propose}
        </ActButton>
      </div>
      <ActStatus act={act} />
      {act.state.kind === "done" ? <p role="status">{text.proposed}</p> : null}
    </>
  );
}
