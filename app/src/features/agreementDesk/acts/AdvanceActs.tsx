// SPDX-License-Identifier: Apache-2.0

import { useState } from "react";
import { approveTokensCall } from "#sdk/agency/index.ts";
import {
  acceptSpending,
  type Finding,
  refundAdvanceCall,
  reportSpendingCall,
  type StepName,
} from "#sdk/agreements/index.ts";
import { type Amount, amountAsTyped, ZERO } from "#sdk/money/index.ts";
import { tryAndPropose } from "../../../shared/acts/index.ts";
import { MoneyField, moneyIn } from "../../../shared/form/index.ts";
import { showMoney } from "../../../shared/format/index.ts";
import { useOffice } from "../../../shared/office/index.ts";
import { EvidenceCheck } from "../files/EvidenceCheck.tsx";
import { type ChosenFile, FileField } from "../files/FileField.tsx";
import { keepFile } from "../files/useFiles.ts";
import { words } from "../words/index.ts";
import { ActPart, FoldedAct } from "./ActPart.tsx";
import { AtOffice } from "./AtOffice.tsx";
import { Doing } from "./Doing.tsx";
import type { MilestoneActsProps } from "./milestoneActsProps.ts";
import { FindingSelect } from "./ReturnForm.tsx";

const text = words.advance;

interface AdvanceActsProps extends MilestoneActsProps {
  readonly may: ReadonlySet<StepName>;
}

/** How an advance is accounted for: the partner reports spending or pays back, the agency's two officers accept. */
export function AdvanceActs({ view, milestone, may }: AdvanceActsProps) {
  const { advance } = view.agreement;
  if (advance === undefined) return null;
  const { outstanding, reported, report } = advance;
  return (
    <>
      {may.has("accountForAdvance") ? (
        <>
          <ReportForm view={view} milestone={milestone} outstanding={outstanding} />
          <RefundForm view={view} milestone={milestone} outstanding={outstanding} />
        </>
      ) : null}
      {may.has("acceptSpending") && view.standing.agency.has("Finance") && report !== undefined ? (
        <AcceptForm view={view} milestone={milestone} reported={reported} report={report} />
      ) : null}
    </>
  );
}

function ReportForm({
  view: { handle },
  milestone: { milestone },
  outstanding,
}: MilestoneActsProps & { readonly outstanding: Amount }) {
  const { client } = useOffice();
  const [chosen, setChosen] = useState<ChosenFile>();
  const [typed, setTyped] = useState(() => amountAsTyped(outstanding, handle.currency));
  const spent = moneyIn(typed, handle.currency);
  const isTooMuch = spent !== undefined && spent > outstanding;
  const open = showMoney(outstanding, handle.currency);
  return (
    <ActPart title={text.report.title} hint={text.report.hint(open)}>
      <AtOffice>
        <FileField label={text.report.drop} value={chosen} onChange={setChosen} />
        <MoneyField
          label={text.report.spent(handle.currency.code)}
          currency={handle.currency}
          value={typed}
          onChange={setTyped}
          fault={isTooMuch ? text.tooMuch(open) : undefined}
        />
        <Doing
          name={`report-${milestone}`}
          label={text.report.run}
          done={text.report.done}
          disabled={chosen === undefined || spent === undefined || isTooMuch}
          build={async () => {
            const file = chosen as ChosenFile;
            const uri = await keepFile(client, handle.address, file);
            const place = { agreement: handle.address, milestone, evidence: file.hash };
            return reportSpendingCall(place, spent ?? ZERO, uri);
          }}
        />
      </AtOffice>
    </ActPart>
  );
}

function RefundForm({
  view: { handle },
  milestone: { milestone },
  outstanding,
}: MilestoneActsProps & { readonly outstanding: Amount }) {
  const [typed, setTyped] = useState("");
  const amount = moneyIn(typed, handle.currency);
  const isTooMuch = amount !== undefined && amount > outstanding;
  return (
    <FoldedAct title={text.refund.title} hint={text.refund.hint}>
      <MoneyField
        label={text.refund.amount(handle.currency.code)}
        currency={handle.currency}
        value={typed}
        onChange={setTyped}
        fault={isTooMuch ? text.tooMuch(showMoney(outstanding, handle.currency)) : undefined}
      />
      <Doing
        name={`refund-${milestone}`}
        label={text.refund.run}
        done={text.refund.done}
        isQuiet
        disabled={amount === undefined || isTooMuch}
        build={async ({ officer }) => {
          const units = amount ?? ZERO;
          const tokens = units * (await handle.contract.assetScale());
          return [
            approveTokensCall(handle, tokens, officer.address),
            refundAdvanceCall({ agreement: handle.address, milestone }, units, officer.address),
          ];
        }}
      />
    </FoldedAct>
  );
}

interface AcceptFormProps extends MilestoneActsProps {
  readonly reported: Amount;
  readonly report: string;
}

function AcceptForm({ view: { handle }, milestone: { milestone }, reported, report }: AcceptFormProps) {
  const [typed, setTyped] = useState(() => amountAsTyped(reported, handle.currency));
  const [finding, setFinding] = useState<Finding>("Other");
  const [isSame, setIsSame] = useState(false);
  const amount = moneyIn(typed, handle.currency, true);
  const isTooMuch = amount !== undefined && amount > reported;
  const isLess = amount !== undefined && amount < reported;
  return (
    <ActPart title={text.accept.title} hint={text.accept.hint(showMoney(reported, handle.currency))}>
      <EvidenceCheck
        agreement={handle.address}
        hash={report}
        onCompared={(result) => setIsSame(result === "same")}
      />
      <MoneyField
        label={text.accept.amount(handle.currency.code)}
        currency={handle.currency}
        value={typed}
        onChange={setTyped}
        allowZero
        fault={isTooMuch ? text.tooMuch(showMoney(reported, handle.currency)) : undefined}
      />
      {isLess ? <FindingSelect value={finding} onChange={setFinding} /> : null}
      <Doing
        name={`accept-${milestone}`}
        label={text.accept.run}
        done={text.accept.done}
        disabled={!isSame || amount === undefined || isTooMuch}
        build={({ suite, officer }) => {
          const act = acceptSpending(milestone, report, amount ?? ZERO, isLess ? finding : "None");
          return tryAndPropose(suite, handle.address, act, officer.address);
        }}
      />
    </ActPart>
  );
}
