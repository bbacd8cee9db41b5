// SPDX-License-Identifier: Apache-2.0

import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import type { Currency } from "#sdk/money/index.ts";
import { receiptsQuery } from "../../shared/api/index.ts";
import { countOf } from "../../shared/format/index.ts";
import { LedgerTable } from "../../shared/list/index.ts";
import {
  type GivenReceiptFilter,
  ReceiptSearchForm,
  receiptColumns,
  useShopCodes,
} from "../../shared/tables/index.ts";
import { Empty, Section, TextLink } from "../../shared/ui/index.ts";
import { words } from "../../shared/words/index.ts";
import { RECEIPTS_ANCHOR } from "./anchors.ts";
import classes from "./programme.module.css";

const route = getRouteApi("/programmes/$address");
const text = words.receipts;

interface ReceiptsSectionProps {
  readonly address: string;
  readonly currency: Currency;
}

/** The latest receipts, or those that a search asks for. The search stands in the page's address. */
export function ReceiptsSection({ address, currency }: ReceiptsSectionProps) {
  const search = route.useSearch();
  const query = useInfiniteQuery(receiptsQuery(address, search));
  const navigate = useNavigate();
  const show = (next: GivenReceiptFilter) =>
    void navigate({ to: "/programmes/$address", params: { address }, search: next, resetScroll: false });
  const isSearch = Object.keys(search).length > 0;
  const empty = isSearch ? (
    <Empty icon="search" title={text.nothingFound}>
      {text.nothingFoundHint}
    </Empty>
  ) : (
    <Empty title={text.empty}>{text.emptyHint}</Empty>
  );
  const shopCode = useShopCodes(address);
  return (
    <Section title={text.title} hint={text.hint} anchor={RECEIPTS_ANCHOR}>
      {(headingId) => (
        <>
          <ReceiptSearchForm address={address} search={search} onSearch={show} />
          <p className={classes.found} role="status">
            {isSearch && query.data ? foundText(query.data.pages, query.hasNextPage) : null}
          </p>
          <LedgerTable
            labelledBy={headingId}
            query={query}
            empty={empty}
            moreLabel={words.showOlder}
            columns={receiptColumns({
              currency,
              shopCode,
              accountLink: (account) => <AccountReceipts address={address} account={account} />,
            })}
            rowKey={({ terminal, number }) => `${terminal} ${number}`}
            cardsBelow={72}
          />
        </>
      )}
    </Section>
  );
}

function foundText(pages: readonly { readonly items: readonly unknown[] }[], hasMore: boolean): string {
  const count = pages.reduce((sum, { items }) => sum + items.length, 0);
  return hasMore ? text.foundMore(countOf(count, text.receipt)) : text.found(countOf(count, text.receipt));
}

function AccountReceipts({ address, account }: { readonly address: string; readonly account: number }) {
  return (
    <TextLink
      to="/programmes/$address"
      params={{ address }}
      search={{ account }}
      hash={RECEIPTS_ANCHOR}
      aria-label={text.ofAccount(account)}
    >
      {account}
    </TextLink>
  );
}
