// SPDX-License-Identifier: Apache-2.0

import { useInfiniteQuery } from "@tanstack/react-query";
import type { Currency } from "#sdk/money/index.ts";
import { settlementsQuery } from "../../shared/api/index.ts";
import { LedgerSection } from "../../shared/list/index.ts";
import { settlementColumns, useShopCodes } from "../../shared/tables/index.ts";
import { Empty } from "../../shared/ui/index.ts";
import { words } from "../../shared/words/index.ts";

const text = words.settlements;

interface SettlementsSectionProps {
  readonly address: string;
  readonly currency: Currency;
}

/** Payments to shops, newest first, each with the statement it rests on. */
export function SettlementsSection({ address, currency }: SettlementsSectionProps) {
  const query = useInfiniteQuery(settlementsQuery(address));
  const shopCode = useShopCodes(address);
  return (
    <LedgerSection
      title={text.title}
      hint={text.hint}
      query={query}
      empty={<Empty title={text.empty}>{text.emptyHint}</Empty>}
      moreLabel={words.showOlder}
      columns={settlementColumns(currency, shopCode)}
      rowKey={({ id }) => String(id)}
      cardsBelow={68}
    />
  );
}
