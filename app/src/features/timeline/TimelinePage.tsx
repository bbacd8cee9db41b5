// SPDX-License-Identifier: Apache-2.0

import { NativeSelect } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { overviewQuery, timelineQuery } from "../../shared/api/index.ts";
import { donorWords, shownCurrency } from "../../shared/donor/index.ts";
import { Page } from "../../shared/layout/index.ts";
import { LedgerTable } from "../../shared/list/index.ts";
import { Empty, Section, TextLink } from "../../shared/ui/index.ts";
import { words as common } from "../../shared/words/index.ts";
import { entryColumns } from "./entryColumns.tsx";
import classes from "./timeline.module.css";
import { words } from "./words/index.ts";

const route = getRouteApi("/timeline");

/** Entries of the ledger, all of them or those that a number of the overview is made of. */
export function TimelinePage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const query = useInfiniteQuery(timelineQuery(search));
  const state = search.state === undefined ? undefined : donorWords.states[search.state]?.name;
  const isLimited = Object.keys(search).length > 0;
  return (
    <Page
      title={state === undefined ? words.title : words.of(state)}
      intro={<p>{state === undefined ? words.intro : words.ofIntro}</p>}
    >
      <Section title={words.list}>
        {(headingId) => (
          <>
            <div className={classes.filter} data-print="hide">
              <NativeSelect
                aria-label={words.filter}
                value={search.state ?? ""}
                data={[
                  { value: "", label: words.all },
                  ...Object.entries(donorWords.states).map(([value, { name }]) => ({ value, label: name })),
                ]}
                onChange={({ currentTarget: { value } }) => {
                  const { state: _, ...others } = search;
                  const next = value === "" ? others : { ...others, state: value };
                  void navigate({ to: "/timeline", search: next, resetScroll: false });
                }}
              />
              <LimitedTo asset={search.asset} />
              {isLimited ? (
                <TextLink to="/timeline" search={{}}>
                  {words.clear}
                </TextLink>
              ) : null}
            </div>
            <LedgerTable
              labelledBy={headingId}
              query={query}
              empty={<Empty title={words.empty}>{words.emptyHint}</Empty>}
              moreLabel={common.showOlder}
              columns={entryColumns}
              rowKey={({ id }) => String(id)}
              cardsBelow={62}
            />
          </>
        )}
      </Section>
    </Page>
  );
}

/** Which currency alone is shown, in the words of the overview. */
function LimitedTo({ asset }: { readonly asset: string | undefined }) {
  const { data } = useQuery({ ...overviewQuery(), enabled: asset !== undefined });
  const known = data?.assets.find((one) => one.asset.toLowerCase() === asset?.toLowerCase());
  return known === undefined ? null : <span>{words.limited(shownCurrency(known.currency).code)}</span>;
}
