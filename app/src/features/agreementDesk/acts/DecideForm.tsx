// SPDX-License-Identifier: Apache-2.0

import { useState } from "react";
import { applyDefaultCall, decideCall, storyOf } from "#sdk/agreements/index.ts";
import { amountAsTyped, amountOf, ZERO } from "#sdk/money/index.ts";
import { MoneyField, moneyIn } from "../../../shared/form/index.ts";
import { showMoney } from "../../../shared/format/index.ts";
import { useOffice } from "../../../shared/office/index.ts";
import { Amount } from "../../../shared/ui/index.ts";
import classes from "../agreementDesk.module.css";
import { EvidenceCheck } from "../files/EvidenceCheck.tsx";
import { type ChosenFile, FileField } from "../files/FileField.tsx";
import { keepFile } from "../files/useFiles.ts";
import { words } from "../words/index.ts";
import { ActPart } from "./ActPart.tsx";
import { AtOffice } from "./AtOffice.tsx";
import { Doing } from "./Doing.tsx";
import type { MilestoneActsProps } from "./milestoneActsProps.ts";

const text = words.decide;
const ignore = () => undefined;

interface DecideFormProps extends MilestoneActsProps {
  /** Whether the arbiter was silent for too long, so that anyone applies what the terms say. */
  readonly isDefault: boolean;
}

/** The arbiter splits what is disputed between the partner and the escrow; after their silence anyone applies the terms. */
export function DecideForm(props: DecideFormProps) {
  return props.isDefault ? <DefaultButton {...props} /> : <Ruling {...props} />;
}

function Ruling({ view, milestone }: MilestoneActsProps) {
  const { handle, story } = view;
  const { client } = useOffice();
  const disputed = amountOf(milestone.claimed - milestone.authorised);
  const [typed, setTyped] = useState(() => amountAsTyped(disputed, handle.currency));
  const [ruling, setRuling] = useState<ChosenFile>();
  const toPartner = moneyIn(typed, handle.currency, true);
  const isTooMuch = toPartner !== undefined && toPartner > disputed;
  const toAgency = amountOf(toPartner === undefined || isTooMuch ? 0n : disputed - toPartner);
  const reason = storyOf(story, milestone.milestone).findLast((entry) => entry.kind === "disputed");
  return (
    <ActPart title={text.title} hint={text.hint(showMoney(disputed, handle.currency))}>
      <AtOffice>
        <Papers
          agreement={handle.address}
          evidence={milestone.evidence}
          reason={reason?.kind === "disputed" ? reason.reason : undefined}
        />
        <MoneyField
          label={text.toPartner(handle.currency.code)}
          currency={handle.currency}
          value={typed}
          onChange={setTyped}
          allowZero
          fault={isTooMuch ? text.tooMuch(showMoney(disputed, handle.currency)) : undefined}
        />
        <p>
          {text.toAgency} <Amount value={toAgency} currency={handle.currency} withCode />
        </p>
        <FileField label={text.drop} value={ruling} onChange={setRuling} />
        <Doing
          name={`decide-${milestone.milestone}`}
          label={text.run}
          done={text.done}
          disabled={toPartner === undefined || isTooMuch || ruling === undefined}
          build={async () => {
            const file = ruling as ChosenFile;
            await keepFile(client, handle.address, file);
            const place = { agreement: handle.address, milestone: milestone.milestone };
            return decideCall(place, toPartner ?? ZERO, file.hash);
          }}
        />
      </AtOffice>
    </ActPart>
  );
}

interface PapersProps {
  readonly agreement: string;
  readonly evidence: string | undefined;
  readonly reason: string | undefined;
}

/** What the arbiter reads before deciding. */
function Papers({ agreement, evidence, reason }: PapersProps) {
  const papers = [
    [text.evidence, evidence],
    [text.reason, reason],
  ] as const;
  return papers.map(([name, hash]) =>
    hash === undefined || BigInt(hash) === 0n ? null : (
      <div key={name} className={classes.choice}>
        <h5 className={classes.choiceTitle}>{name}</h5>
        <EvidenceCheck agreement={agreement} hash={hash} onCompared={ignore} />
      </div>
    ),
  );
}

function DefaultButton({ view: { handle }, milestone: { milestone } }: MilestoneActsProps) {
  return (
    <ActPart title={text.defaultTitle} hint={text.defaultHint}>
      <Doing
        name={`default-${milestone}`}
        label={text.runDefault}
        done={text.doneDefault}
        isQuiet
        build={() => applyDefaultCall({ agreement: handle.address, milestone })}
      />
    </ActPart>
  );
}
