// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { type ProgrammeHandle, readReceipt, type TerminalReceipt } from "#sdk/agency/index.ts";
import type { ChainReceipt } from "#sdk/reconcile/index.ts";
import { LEDGER_KEY } from "../../shared/api/index.ts";
import { Loaded } from "../../shared/desk/index.ts";
import { useSuite } from "../../shared/ledger/index.ts";
import { Section } from "../../shared/ui/index.ts";
import { NeedsOfficer } from "../../shared/wallet/index.ts";
import { CorrectionForm } from "./CorrectionForm.tsx";
import classes from "./correct.module.css";
import type { Wanted } from "./correction.ts";
import { ReceiptFacts } from "./ReceiptFacts.tsx";
import { words } from "./words/index.ts";

interface ReceiptToCorrectProps {
  readonly programme: ProgrammeHandle;
  readonly wanted: Wanted;
}

/** The receipt as the ledger has it now, and the form that says what is right. */
export function ReceiptToCorrect({ programme, wanted }: ReceiptToCorrectProps) {
  const suite = useSuite();
  const { terminal, number } = wanted;
  const query = useQuery<TerminalReceipt>({
    queryKey: [LEDGER_KEY, "receipt", programme.address, terminal, number],
    queryFn: () => readReceipt(suite, programme, terminal, number),
  });
  return (
    <Loaded query={query}>
      {(found) => (
        <>
          <Section title={words.found}>
            {() =>
              found.receipt === undefined ? (
                <p className={classes.note}>
                  {words.notFound} {found.isTerminalRevoked ? words.lost : null}
                </p>
              ) : (
                <ReceiptFacts receipt={found.receipt} currency={programme.currency} />
              )
            }
          </Section>
          <WhatIsRight programme={programme} found={found} wanted={wanted} />
        </>
      )}
    </Loaded>
  );
}

interface WhatIsRightProps extends ReceiptToCorrectProps {
  readonly found: TerminalReceipt;
}

/** The form where the receipt can be corrected; else why not. A receipt that can still arrive is waited for. */
function WhatIsRight({ programme, found, wanted }: WhatIsRightProps) {
  const hindrance = hindranceOf(found.receipt);
  if (hindrance !== undefined) return <p role="note">{hindrance}</p>;
  if (found.receipt === undefined && !found.isTerminalRevoked) return null;
  return (
    <Section title={words.what}>
      {() => (
        <div className={classes.form}>
          <NeedsOfficer as="Finance">
            <CorrectionForm programme={programme} found={found} wanted={wanted} />
          </NeedsOfficer>
        </div>
      )}
    </Section>
  );
}

function hindranceOf(receipt: ChainReceipt | undefined): string | undefined {
  if (receipt?.kind === "refund") return words.refund;
  return receipt?.correction === undefined ? undefined : words.alreadyCorrected;
}
