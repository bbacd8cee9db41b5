// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useCallback, useState } from "react";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import type { Amount } from "#sdk/money/index.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import { showMoney } from "../../shared/format/index.ts";
import { labelOf, words as shared } from "../../shared/words/index.ts";
import { PrintedReceipt } from "./PrintedReceipt.tsx";
import type { Progress } from "./progress.ts";
import type { StoredReceipt } from "./receiptStore.ts";
import { StepPanel } from "./StepPanel.tsx";
import classes from "./terminal.module.css";
import { refundable } from "./totals.ts";
import type { Receipts } from "./useReceipts.ts";
import { words } from "./words/index.ts";

const text = words.receipt;

interface ReceiptStepProps {
  readonly number: number;
  readonly receipts: Receipts;
  readonly programme: ProgrammeHandle;
  readonly shopCode: string;
  readonly onRefund: (sale: StoredReceipt, most: Amount) => void;
  readonly onNext: () => void;
}

/** A receipt and the ledger's verdict on it: whether the goods may go over the counter. */
export function ReceiptStep({ number, receipts, programme, shopCode, onRefund, onNext }: ReceiptStepProps) {
  const [isPrinting, setIsPrinting] = useState(false);
  const endPrinting = useCallback(() => setIsPrinting(false), []);
  const stored = receipts.all.find((known) => known.number === number);
  const title = text.numbered(number);
  // Kept already; the list of the device's receipts is read again in a moment.
  if (stored === undefined) return <StepPanel title={title}>{null}</StepPanel>;
  const { progress, receipt } = stored;
  const most = refundable(stored, receipts.all);
  const isOpen = progress.kind === "kept" || progress.kind === "stopped";
  return (
    <StepPanel title={receipt.kind === "refund" ? text.ofSale(receipt.saleNumber) : title}>
      <p className={classes.figure}>{showMoney(receipt.amount, programme.currency)}</p>
      <div role="status" className={classes.verdict} data-tone={TONES[progress.kind]}>
        <p>{verdictOn(stored)}</p>
        <Why progress={progress} />
      </div>
      {isOpen ? <Sending receipts={receipts} /> : null}
      <div className={classes.buttons}>
        <Button size="lg" onClick={onNext}>
          {words.next}
        </Button>
        <Button size="lg" variant="default" onClick={() => setIsPrinting(true)}>
          {text.print}
        </Button>
        {most > 0n ? (
          <Button size="lg" variant="subtle" color="gray" onClick={() => onRefund(stored, most)}>
            {text.refund}
          </Button>
        ) : null}
      </div>
      {isPrinting ? (
        <PrintedReceipt stored={stored} programme={programme} shopCode={shopCode} onDone={endPrinting} />
      ) : null}
    </StepPanel>
  );
}

const TONES = {
  kept: "waiting",
  stopped: "waiting",
  recorded: "good",
  rejected: "bad",
  conflict: "bad",
} as const;

function verdictOn({ progress, receipt }: StoredReceipt): string {
  if (progress.kind !== "recorded") return text.verdicts[progress.kind];
  return receipt.kind === "sale" ? text.verdicts.recordedSale : text.verdicts.recordedRefund;
}

function Why({ progress }: { readonly progress: Progress }) {
  const why = reasonOf(progress);
  return why === undefined ? null : <p className={classes.why}>{why}</p>;
}

function reasonOf(progress: Progress): string | undefined {
  if (progress.kind === "rejected") return `${labelOf(shared.rejections, progress.rejection)}.`;
  if (progress.kind === "stopped") return words.stops[progress.stop];
  return progress.kind === "conflict" ? text.conflict : undefined;
}

function Sending({ receipts: { isSending, error, send } }: { readonly receipts: Receipts }) {
  return (
    <>
      <p className={classes.soft}>{isSending ? words.sending : text.keptHint}</p>
      {error && !isSending ? <ErrorNote error={error} onRetry={send} /> : null}
    </>
  );
}
