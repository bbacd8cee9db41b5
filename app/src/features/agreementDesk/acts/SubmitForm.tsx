// SPDX-License-Identifier: Apache-2.0

import { useState } from "react";
import { submitCall } from "#sdk/agreements/index.ts";
import { amountAsTyped, amountOf } from "#sdk/money/index.ts";
import { MoneyField, moneyIn } from "../../../shared/form/index.ts";
import { showMoney } from "../../../shared/format/index.ts";
import { useOffice } from "../../../shared/office/index.ts";
import { type ChosenFile, FileField } from "../files/FileField.tsx";
import { keepFile } from "../files/useFiles.ts";
import { words } from "../words/index.ts";
import { ActPart } from "./ActPart.tsx";
import { AtOffice } from "./AtOffice.tsx";
import { Doing } from "./Doing.tsx";
import type { MilestoneActsProps } from "./milestoneActsProps.ts";

const text = words.submit;

/** A preparer of the partner hands evidence in: the file goes to the office, its fingerprint and address on the ledger. */
export function SubmitForm({ view: { handle }, milestone }: MilestoneActsProps) {
  const { client } = useOffice();
  const [chosen, setChosen] = useState<ChosenFile>();
  const [typed, setTyped] = useState(() => amountAsTyped(milestone.amount, handle.currency));
  const { milestone: number, kind, amount } = milestone;
  const claimed = kind === "Deliverable" ? amount : moneyIn(typed, handle.currency);
  const isTooMuch = claimed !== undefined && claimed > amount;
  return (
    <ActPart title={text.title} hint={text.hint}>
      <AtOffice>
        <FileField label={text.drop} value={chosen} onChange={setChosen} />
        {kind === "Deliverable" ? null : (
          <MoneyField
            label={text.claim(handle.currency.code)}
            hint={text.upTo(showMoney(amount, handle.currency))}
            currency={handle.currency}
            value={typed}
            onChange={setTyped}
            fault={isTooMuch ? text.tooMuch(showMoney(amount, handle.currency)) : undefined}
          />
        )}
        <Doing
          name={`submit-${number}`}
          label={text.run}
          done={text.done}
          disabled={chosen === undefined || claimed === undefined || isTooMuch}
          build={async () => {
            const file = chosen as ChosenFile;
            const uri = await keepFile(client, handle.address, file);
            const place = { agreement: handle.address, milestone: number, evidence: file.hash };
            return submitCall(place, claimed ?? amountOf(0n), uri);
          }}
        />
      </AtOffice>
    </ActPart>
  );
}
