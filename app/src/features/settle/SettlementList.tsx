// SPDX-License-Identifier: Apache-2.0

import { useInfiniteQuery } from "@tanstack/react-query";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { type Settlement, settlementsQuery } from "../../shared/api/index.ts";
import { LedgerList } from "../../shared/list/index.ts";
import { settlementColumns, useShopCodes } from "../../shared/tables/index.ts";
import { type Column, DataTable, Empty, Section, TextLink } from "../../shared/ui/index.ts";
import { words as shared } from "../../shared/words/index.ts";
import { words } from "./words/index.ts";

/** All settlements of the programme, newest first; each opens its page. */
export function SettlementList({ programme }: { readonly programme: ProgrammeHandle }) {
  const { address, currency } = programme;
  const query = useInfiniteQuery(settlementsQuery(address));
  const shopCode = useShopCodes(address);
  const open: Column<Settlement> = {
    key: "open",
    header: words.action,
    cell: ({ id }) => (
      <TextLink
        to="/console/programmes/$address/settlements/$id"
        params={{ address, id: String(id) }}
        aria-label={words.openOf(id)}
      >
        {words.open}
      </TextLink>
    ),
  };
  const [first, ...rest] = settlementColumns(currency, shopCode);
  return (
    <Section title={words.made} hint={words.madeHint}>
      {(headingId) => (
        <LedgerList
          query={query}
          empty={<Empty title={words.none}>{words.noneHint}</Empty>}
          moreLabel={shared.showOlder}
        >
          {(settlements) => (
            <DataTable
              labelledBy={headingId}
              columns={[first, ...rest, open]}
              rows={settlements}
              rowKey={({ id }) => String(id)}
              cardsBelow={76}
            />
          )}
        </LedgerList>
      )}
    </Section>
  );
}
