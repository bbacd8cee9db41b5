// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { type Overview, overviewQuery } from "../../shared/api/index.ts";
import { donorWords } from "../../shared/donor/index.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import { ExportsSection } from "../../shared/exports/index.ts";
import { showCount } from "../../shared/format/index.ts";
import { Page } from "../../shared/layout/index.ts";
import { LoadingRows } from "../../shared/list/index.ts";
import { ButtonLink, Empty, FactGrid, Section } from "../../shared/ui/index.ts";
import { AssetSections } from "./AssetSections.tsx";
import { BreakdownSection } from "./BreakdownSection.tsx";
import classes from "./overview.module.css";
import { words } from "./words/index.ts";

/** Everybody's first page: where all money is, each number with its transactions, and the ways to follow and to check. */
export function OverviewPage() {
  const { data: latest, error, refetch } = useQuery(overviewQuery());
  const data = useDeferredValue(latest);
  return (
    <Page title={words.title} intro={<p>{words.intro}</p>}>
      <div className={classes.ways} data-print="hide">
        <ButtonLink to="/follow">{words.follow}</ButtonLink>
        <ButtonLink to="/verify" variant="default">
          {words.verify}
        </ButtonLink>
      </div>
      {data ? <Figures overview={data} /> : null}
      {!data && error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Section title={words.empty}>{() => <LoadingRows />}</Section> : null}
    </Page>
  );
}

function Figures({ overview }: { readonly overview: Overview }) {
  return (
    <>
      <ReachSection overview={overview} />
      {overview.assets.length === 0 ? (
        <Section title={words.empty}>{() => <Empty title={words.empty}>{words.emptyHint}</Empty>}</Section>
      ) : (
        overview.assets.map((asset) => <AssetSections key={asset.asset} overview={asset} />)
      )}
      <BreakdownSection />
      <ExportsSection
        of="/api"
        files={[
          ["programmes.csv", "CSV"],
          ["cycles.hxl.csv", "HXL"],
          ["funding.json", "JSON"],
        ]}
      />
    </>
  );
}

function ReachSection({
  overview: { programmes, agreements, funds, reached },
}: {
  readonly overview: Overview;
}) {
  const { facts } = words;
  return (
    <section className={classes.reach}>
      <FactGrid
        facts={[
          [
            facts.households,
            reached.households === null
              ? words.fewHouseholds
              : donorWords.atLeast(showCount(reached.households)),
          ],
          [facts.people, words.peopleUnknown],
          [facts.programmes, showCount(programmes)],
          [facts.agreements, showCount(agreements)],
          [facts.funds, showCount(funds)],
        ]}
      />
      <p className={classes.soft}>{words.reachHint}</p>
    </section>
  );
}
