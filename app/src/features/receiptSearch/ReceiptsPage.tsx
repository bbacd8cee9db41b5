// SPDX-License-Identifier: Apache-2.0

import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { type Receipt, type ReceiptFilter, receiptsQuery } from "../../shared/api/index.ts";
import { DeskFrame } from "../../shared/desk/index.ts";
import { LedgerList } from "../../shared/list/index.ts";
import {
  type GivenReceiptFilter,
  ReceiptSearchForm,
  receiptColumns,
  useShopCodes,
} from "../../shared/tables/index.ts";
import { type Column, DataTable, Empty, Section, TextLink } from "../../shared/ui/index.ts";
import { words as shared } from "../../shared/words/index.ts";
import { HouseholdFinder } from "./HouseholdFinder.tsx";
import { words } from "./words/index.ts";

const route = getRouteApi("/console/programmes/$address/receipts");

/** Receipts by number, account or shop; an office's household id is turned into the account on this page. */
export function ReceiptsPage() {
  const { address } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate();
  const show = (next: GivenReceiptFilter) =>
    void navigate({
      to: "/console/programmes/$address/receipts",
      params: { address },
      search: next,
      resetScroll: false,
    });
  return (
    <DeskFrame address={address} title={words.title} intro={words.intro}>
      {(programme) => (
        <Section title={words.list}>
          {(headingId) => (
            <>
              <ReceiptSearchForm address={address} search={search} onSearch={show} />
              <HouseholdFinder onFound={(account) => show({ account })} />
              <Found programme={programme} search={search} headingId={headingId} />
            </>
          )}
        </Section>
      )}
    </DeskFrame>
  );
}

interface FoundProps {
  readonly programme: ProgrammeHandle;
  readonly search: ReceiptFilter;
  readonly headingId: string;
}

function Found({ programme: { address, currency }, search, headingId }: FoundProps) {
  const query = useInfiniteQuery(receiptsQuery(address, search));
  const shopCode = useShopCodes(address);
  const text = shared.receipts;
  const isSearch = Object.keys(search).length > 0;
  const [first, ...rest] = receiptColumns({
    currency,
    shopCode,
    accountLink: (account) => (
      <TextLink to="/console/accounts" search={{ account }} aria-label={words.ofAccount(account)}>
        {account}
      </TextLink>
    ),
  });
  // The block says nothing to an office; the next step does.
  const columns = rest.filter(({ key }) => key !== "block");
  return (
    <LedgerList
      query={query}
      empty={
        <Empty icon="search" title={isSearch ? text.nothingFound : text.empty}>
          {isSearch ? text.nothingFoundHint : text.emptyHint}
        </Empty>
      }
      moreLabel={shared.showOlder}
    >
      {(receipts) => (
        <DataTable
          labelledBy={headingId}
          columns={[first, ...columns, correctColumn(address)]}
          rows={receipts}
          rowKey={({ terminal, number }) => `${terminal} ${number}`}
          cardsBelow={76}
        />
      )}
    </LedgerList>
  );
}

/** Only sales that were not corrected before can be corrected. */
function correctColumn(address: string): Column<Receipt> {
  return {
    key: "correct",
    header: words.action,
    cell: ({ terminal, number, cycle, kind, correction }) =>
      kind === "sale" && correction === undefined ? (
        <TextLink
          to="/console/programmes/$address/correct"
          params={{ address }}
          search={{ terminal, number, cycle }}
          aria-label={words.correctOf(number)}
        >
          {words.correct}
        </TextLink>
      ) : (
        "–"
      ),
  };
}
