// SPDX-License-Identifier: Apache-2.0

import type { Wallet } from "ethers";
import { useMemo } from "react";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { showDay } from "../../shared/format/index.ts";
import { useSuite } from "../../shared/ledger/index.ts";
import { CurrentStep } from "./CurrentStep.tsx";
import { terminalOffice } from "./office.ts";
import type { TerminalFacts } from "./readLedger.ts";
import { receiptStore } from "./receiptStore.ts";
import { calendarDay } from "./sale.ts";
import { Today } from "./Today.tsx";
import classes from "./terminal.module.css";
import type { Till } from "./till.ts";
import { useCounter } from "./useCounter.ts";
import { useReceiptNews, useReceipts } from "./useReceipts.ts";
import { words } from "./words/index.ts";

interface CounterProps {
  readonly programme: ProgrammeHandle;
  readonly database: IDBDatabase;
  readonly wallet: Wallet;
  readonly terminal: TerminalFacts;
}

/** An authorised device at work: the sale on one side, the day's receipts on the other. */
export function Counter({ programme, database, wallet, terminal }: CounterProps) {
  const suite = useSuite();
  const onNews = useReceiptNews(wallet.address);
  const till = useMemo(
    (): Till => ({
      suite,
      programme,
      wallet,
      store: receiptStore(database),
      office: terminalOffice(wallet),
      onNews,
    }),
    [suite, programme, wallet, database, onNews],
  );
  const receipts = useReceipts(till);
  const { step, actions } = useCounter(till);
  return (
    <div className={classes.desk}>
      <dl className={classes.place}>
        <div>
          <dt>{words.shop}</dt>
          <dd>{terminal.shopCode}</dd>
        </div>
        <div>
          <dt>{words.day}</dt>
          <dd>{showDay(calendarDay(new Date()))}</dd>
        </div>
      </dl>
      <CurrentStep
        step={step}
        actions={actions}
        receipts={receipts}
        programme={programme}
        shopCode={terminal.shopCode}
      />
      <Today step={step} receipts={receipts} currency={programme.currency} onOpen={actions.openReceipt} />
    </div>
  );
}
