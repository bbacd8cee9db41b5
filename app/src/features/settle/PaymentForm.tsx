// SPDX-License-Identifier: Apache-2.0

import { useState } from "react";
import {
  acts,
  type CycleLedger,
  type ProgrammeHandle,
  type ShopDetail,
  settlementTerms,
} from "#sdk/agency/index.ts";
import { amountOf, formatAmount, ZERO } from "#sdk/money/index.ts";
import { type ActBuild, ActButton, ActStatus, useAct } from "../../shared/act/index.ts";
import { tryAndPropose } from "../../shared/acts/index.ts";
import { MoneyField, moneyIn } from "../../shared/form/index.ts";
import { countOf, showMoney } from "../../shared/format/index.ts";
import { EndToEndField, isEndToEndId } from "./EndToEndField.tsx";
import { SettlementSum } from "./SettlementSum.tsx";
import classes from "./settle.module.css";
import type { ReadStatement } from "./statementAt.ts";
import { words } from "./words/index.ts";

const text = words.form;

interface PaymentFormProps {
  readonly programme: ProgrammeHandle;
  readonly shop: ShopDetail;
  readonly ledger: CycleLedger;
  readonly statement: ReadStatement;
}

/** How much of the statement is paid now, what is kept back, and what the shop gets. */
export function PaymentForm({ programme, shop, ledger, statement }: PaymentFormProps) {
  const { currency } = programme;
  // A statement counts what the ledger counted then; what was settled since cannot be settled again.
  const isAllOwed = statement.amount <= ledger.owed;
  const payable = amountOf(isAllOwed ? statement.amount : ledger.owed);
  const [amount, setAmount] = useState(() => formatAmount(payable, currency));
  const [withheld, setWithheld] = useState("0");
  const [endToEndId, setEndToEndId] = useState("");
  const act = useAct({ name: "settle" });
  const isBank = shop.payoutMode === "Bank";
  const settled = moneyIn(amount, currency) ?? ZERO;
  const withholding = moneyIn(withheld, currency, true);
  const isAboveOwed = settled > ledger.owed;
  const isAboveSettled = withholding !== undefined && withholding > settled;
  const isMoneyRight = settled > 0n && withholding !== undefined && !isAboveOwed && !isAboveSettled;
  const isComplete = isMoneyRight && (!isBank || isEndToEndId(endToEndId));

  const propose: ActBuild = async ({ suite, officer }) => {
    const terms = await settlementTerms(suite, programme, {
      shop: shop.shop,
      cycle: ledger.cycle,
      amount: settled,
      withholding: withholding ?? ZERO,
      statement: statement.hash,
      endToEndId: isBank ? endToEndId : "",
      lastReceipts: statement.lastReceipts,
    });
    return tryAndPropose(suite, programme.address, acts.makeSettlement(terms), officer.address);
  };

  return (
    <>
      <p className={classes.note}>
        {text.lastReceipts(countOf(statement.lastReceipts.length, text.terminal))}
      </p>
      <MoneyField
        label={text.amount(currency.code)}
        hint={text.amountHint(showMoney(ledger.owed, currency))}
        currency={currency}
        value={amount}
        onChange={setAmount}
        fault={isAboveOwed ? words.fields.amount : undefined}
      />
      <MoneyField
        label={text.withholding(currency.code)}
        hint={text.withholdingHint}
        currency={currency}
        value={withheld}
        onChange={setWithheld}
        allowZero
        fault={isAboveSettled ? words.fields.withholding : undefined}
      />
      {isBank ? <EndToEndField value={endToEndId} onChange={setEndToEndId} /> : null}
      <SettlementSum currency={currency} shop={shop} amount={settled} withholding={withholding ?? ZERO} />
      <div>
        <ActButton act={act} onRun={propose} disabled={!isComplete}>
          {text.propose}
        </ActButton>
      </div>
      <ActStatus act={act} />
      {act.state.kind === "done" ? <p role="status">{text.proposed}</p> : null}
    </>
  );
}
