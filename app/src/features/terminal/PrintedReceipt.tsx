// SPDX-License-Identifier: Apache-2.0

import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { shorten, showDay, showMoney } from "../../shared/format/index.ts";
import { PrintSheet } from "../../shared/print/index.ts";
import classes from "./PrintedReceipt.module.css";
import type { StoredReceipt } from "./receiptStore.ts";
import { calendarDay } from "./sale.ts";
import { words } from "./words/index.ts";

const text = words.receipt;

interface PrintedReceiptProps {
  readonly stored: StoredReceipt;
  readonly programme: ProgrammeHandle;
  readonly shopCode: string;
  readonly onDone: () => void;
}

/** The household's copy, for a till roll or a corner of a page. It names nobody. */
export function PrintedReceipt({ stored, programme, shopCode, onDone }: PrintedReceiptProps) {
  const { receipt, number, madeAt, terminal, progress } = stored;
  const facts: readonly (readonly [string, string])[] = [
    [text.programme, programme.name],
    [text.shop, shopCode],
    [text.day, showDay(calendarDay(new Date(madeAt)))],
    [text.account, String(receipt.account)],
    [text.device, shorten(terminal)],
  ];
  return (
    <PrintSheet onDone={onDone}>
      <section className={classes.receipt}>
        <h1 className={classes.title}>{text.numbered(number)}</h1>
        <p>{receipt.kind === "refund" ? text.ofSale(receipt.saleNumber) : text.sale}</p>
        <p className={classes.amount}>{showMoney(receipt.amount, programme.currency)}</p>
        <p>{text.states[progress.kind]}</p>
        <dl className={classes.facts}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p>{text.thanks}</p>
      </section>
    </PrintSheet>
  );
}
