// SPDX-License-Identifier: Apache-2.0

import { useInfiniteQuery } from "@tanstack/react-query";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { receiptsQuery } from "../../shared/api/index.ts";
import { LedgerList } from "../../shared/list/index.ts";
import { receiptColumns, useShopCodes } from "../../shared/tables/index.ts";
import { DataTable, Empty, Section } from "../../shared/ui/index.ts";
import { words as shared } from "../../shared/words/index.ts";
import { words } from "./words/index.ts";

const text = words.receipts;

interface ReceiptsSectionProps {
  readonly programme: ProgrammeHandle;
  readonly account: number;
}

/** The account's receipts in one programme, newest first. */
export function ReceiptsSection({ programme, account }: ReceiptsSectionProps) {
  const { address, currency, name } = programme;
  const query = useInfiniteQuery(receiptsQuery(address, { account }));
  const shopCode = useShopCodes(address);
  const [first, ...others] = receiptColumns({ currency, shopCode, accountLink: String });
  // All of them are of this account; and who looks for a payment has no use for blocks.
  const rest = others.filter(({ key }) => key !== "account" && key !== "block");
  return (
    <Section title={text.title(name)} hint={text.hint}>
      {(headingId) => (
        <LedgerList
          query={query}
          moreLabel={text.more}
          empty={
            <Empty icon="file" title={shared.receipts.empty}>
              {shared.receipts.emptyHint}
            </Empty>
          }
        >
          {(receipts) => (
            <DataTable
              labelledBy={headingId}
              columns={[first, ...rest]}
              rows={receipts}
              rowKey={({ terminal, number }) => `${terminal} ${number}`}
              cardsBelow={62}
            />
          )}
        </LedgerList>
      )}
    </Section>
  );
}
