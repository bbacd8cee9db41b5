// SPDX-License-Identifier: Apache-2.0

import { useInfiniteQuery } from "@tanstack/react-query";
import type { Currency } from "#sdk/money/index.ts";
import { shopsQuery } from "../../shared/api/index.ts";
import { LedgerList } from "../../shared/list/index.ts";
import { DataTable, Empty, Section } from "../../shared/ui/index.ts";
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
    <Section title={text.title} hint={text.hint}>
      {(headingId) => (
        <LedgerList query={query} empty={<Empty title={text.empty}>{text.emptyHint}</Empty>}>
          {(shops) => (
            <DataTable
              labelledBy={headingId}
              columns={shopColumns(address, currency)}
              rows={shops}
              rowKey={({ id }) => String(id)}
              cardsBelow={62}
            />
          )}
        </LedgerList>
      )}
    </Section>
  );
}
