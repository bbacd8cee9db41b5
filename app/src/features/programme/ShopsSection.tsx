// SPDX-License-Identifier: Apache-2.0

import { useInfiniteQuery } from "@tanstack/react-query";
import type { Currency } from "#sdk/money/index.ts";
import { shopsQuery } from "../../shared/api/index.ts";
import { LedgerSection } from "../../shared/list/index.ts";
import { Empty } from "../../shared/ui/index.ts";
import { words } from "../../shared/words/index.ts";
import { shopColumns } from "./shopColumns.tsx";

const text = words.shops;

interface ShopsSectionProps {
  readonly address: string;
  readonly currency: Currency;
}

/** Shops, cash agents and providers, with what they sold and what they are owed. */
export function ShopsSection({ address, currency }: ShopsSectionProps) {
  const query = useInfiniteQuery(shopsQuery(address));
  return (
    <LedgerSection
      title={text.title}
      hint={text.hint}
      query={query}
      empty={<Empty title={text.empty}>{text.emptyHint}</Empty>}
      columns={shopColumns(address, currency)}
      rowKey={({ id }) => String(id)}
      cardsBelow={62}
    />
  );
}
