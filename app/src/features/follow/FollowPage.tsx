// SPDX-License-Identifier: Apache-2.0

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { followQuery, fundsQuery } from "../../shared/api/index.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import { Page } from "../../shared/layout/index.ts";
import { LoadingRows } from "../../shared/list/index.ts";
import { Empty, Section, TextLink } from "../../shared/ui/index.ts";
import { FollowForm } from "./FollowForm.tsx";
import { FollowResult } from "./FollowResult.tsx";
import classes from "./follow.module.css";
import { words } from "./words/index.ts";

const route = getRouteApi("/follow");

/** From a donor's reference to shops and partners, to the cent. The search stands in the page's address, so that it can be kept. */
export function FollowPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const funds = useInfiniteQuery(fundsQuery());
  const known = funds.data?.pages.flatMap(({ items }) => items);
  const fund = search.fund ?? known?.[0]?.address;
  return (
    <Page title={words.title} intro={<p>{words.intro}</p>}>
      {known === undefined ? <Waiting error={funds.error} onRetry={() => void funds.refetch()} /> : null}
      {known?.length === 0 ? (
        <Section title={words.form.title}>
          {() => <Empty title={words.noFunds}>{words.noFundsHint}</Empty>}
        </Section>
      ) : null}
      {known !== undefined && known.length > 0 ? (
        <FollowForm
          key={`${fund} ${search.reference}`}
          funds={known}
          fund={fund ?? ""}
          reference={search.reference ?? ""}
          onFollow={(next) => void navigate({ to: "/follow", search: next, resetScroll: false })}
        />
      ) : null}
      {fund !== undefined && search.reference !== undefined ? (
        <Found fund={fund} reference={search.reference} />
      ) : null}
      <About />
    </Page>
  );
}

function Waiting({ error, onRetry }: { readonly error: Error | null; readonly onRetry: () => void }) {
  if (error) return <ErrorNote error={error} onRetry={onRetry} />;
  return <Section title={words.form.title}>{() => <LoadingRows />}</Section>;
}

function Found({ fund, reference }: { readonly fund: string; readonly reference: string }) {
  const { data, error, refetch } = useQuery(followQuery(fund, reference));
  return (
    <div aria-live="polite" className={classes.result}>
      {data ? <FollowResult follow={data} /> : null}
      {!data && error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Section title={words.now.title}>{() => <LoadingRows />}</Section> : null}
    </div>
  );
}

function About() {
  return (
    <Section title={words.about.title}>
      {() => (
        <div className={classes.about}>
          <ul>
            {words.about.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
          <p data-print="hide">
            {words.about.check}{" "}
            <TextLink to="/verify" underline="always">
              {words.about.verify}
            </TextLink>
          </p>
        </div>
      )}
    </Section>
  );
}
