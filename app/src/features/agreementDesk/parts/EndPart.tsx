// SPDX-License-Identifier: Apache-2.0

import { useState } from "react";
import {
  completeCall,
  giveNotice,
  giveNoticeAsPartnerCall,
  terminateCall,
  withdrawNoticeCall,
} from "#sdk/agreements/index.ts";
import { tryAndPropose } from "../../../shared/acts/index.ts";
import { countOf, showMoment } from "../../../shared/format/index.ts";
import { useOffice } from "../../../shared/office/index.ts";
import { Section } from "../../../shared/ui/index.ts";
import { FoldedAct } from "../acts/ActPart.tsx";
import { AtOffice } from "../acts/AtOffice.tsx";
import { Doing } from "../acts/Doing.tsx";
import classes from "../agreementDesk.module.css";
import { type ChosenFile, FileField } from "../files/FileField.tsx";
import { keepFile } from "../files/useFiles.ts";
import type { AgreementView } from "../useAgreement.ts";
import { words } from "../words/index.ts";

const text = words.end;
const SECONDS_A_DAY = 86_400;

/** How an agreement ends: completed when nothing is open, or by notice of either side. */
export function EndPart({ view }: { readonly view: AgreementView }) {
  const { state } = view.agreement;
  if (state === "Proposed" || state === "None" || (state === "Active" && !hasEnding(view))) return null;
  return (
    <Section title={text.title} hint={text.hint} anchor="end">
      {() => (
        <div className={classes.padded}>
          {state === "Completed" ? <p>{text.isCompleted}</p> : null}
          {state === "Terminated" ? <p>{text.isTerminated}</p> : null}
          {state === "Active" ? <Ending view={view} /> : null}
        </div>
      )}
    </Section>
  );
}

/** Whether there is anything about the end to read or to do here; most readers of an agreement that runs have nothing. */
function hasEnding({ agreement, standing, may }: AgreementView): boolean {
  const ends = may.some(({ step }) => step === "terminate" || step === "complete");
  const mayGiveNotice = standing.partner.has("Administrator") || standing.agency.has("Finance");
  return ends || mayGiveNotice || agreement.notice !== undefined;
}

function Ending({ view }: { readonly view: AgreementView }) {
  const { agreement, handle, may } = view;
  const steps = new Set(may.map(({ step }) => step));
  return (
    <>
      {agreement.notice === undefined ? <GiveNotice view={view} /> : <RunningNotice view={view} />}
      {steps.has("terminate") ? (
        <Doing
          name="terminate"
          label={text.terminate}
          done={text.terminated}
          build={() => terminateCall(handle.address)}
        />
      ) : null}
      {steps.has("complete") ? (
        <Doing
          name="complete"
          label={text.complete}
          done={text.completed}
          build={() => completeCall(handle.address)}
        />
      ) : null}
    </>
  );
}

function RunningNotice({ view: { agreement, handle, standing, now } }: { readonly view: AgreementView }) {
  const { notice } = agreement;
  if (notice === undefined) return null;
  const who = words.story.parties[notice.party];
  const isOver = now >= notice.endsAt;
  const isOwn =
    notice.party === "Partner"
      ? standing.partner.has("Administrator")
      : standing.agency.has("Finance") || standing.agency.has("Approver");
  return (
    <>
      <p>{(isOver ? text.ranOut : text.runs)(who, showMoment(notice.endsAt))}</p>
      {isOwn ? (
        <Doing
          name="withdraw-notice"
          label={text.withdraw}
          done={text.withdrawn}
          isQuiet
          build={() => withdrawNoticeCall(handle.address)}
        />
      ) : null}
    </>
  );
}

function GiveNotice({ view: { handle, standing, terms } }: { readonly view: AgreementView }) {
  const { client } = useOffice();
  const [letter, setLetter] = useState<ChosenFile>();
  const isPartner = standing.partner.has("Administrator");
  const isAgency = standing.agency.has("Finance");
  if (!isPartner && !isAgency) return null;
  const period = (terms.signed.at(-1)?.terms.noticePeriod ?? 0) / SECONDS_A_DAY;
  return (
    <FoldedAct title={text.notice} hint={text.noticeHint(countOf(period, text.days))}>
      <AtOffice>
        <FileField label={text.letter} value={letter} onChange={setLetter} />
        <Doing
          name="give-notice"
          label={isPartner ? text.givePartner : text.giveAgency}
          done={isPartner ? text.given : text.proposed}
          isQuiet
          disabled={letter === undefined}
          build={async ({ suite, officer }) => {
            const file = letter as ChosenFile;
            await keepFile(client, handle.address, file);
            if (isPartner) return giveNoticeAsPartnerCall(handle.address, file.hash);
            return tryAndPropose(suite, handle.address, giveNotice(file.hash), officer.address);
          }}
        />
      </AtOffice>
    </FoldedAct>
  );
}
