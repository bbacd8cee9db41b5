// SPDX-License-Identifier: Apache-2.0

import { useInfiniteQuery } from "@tanstack/react-query";
import { type AgreementSummary, agreementsQuery } from "../../shared/api/index.ts";
import { donorWords, shownCurrency } from "../../shared/donor/index.ts";
import { showCount, showMoney } from "../../shared/format/index.ts";
import { Page } from "../../shared/layout/index.ts";
import { LedgerSection } from "../../shared/list/index.ts";
import { type Column, Empty, StateBadge, TextLink } from "../../shared/ui/index.ts";
import { labelOf } from "../../shared/words/index.ts";
import { AGREEMENT_TONES } from "./tones.ts";
import { words } from "./words/index.ts";

const text = words.columns;

export function AgreementsPage() {
  const query = useInfiniteQuery(agreementsQuery());
  return (
    <Page title={words.title} intro={<p>{words.intro}</p>}>
      <LedgerSection
        title={words.list}
        query={query}
        empty={<Empty title={words.empty}>{words.emptyHint}</Empty>}
        columns={columns}
        rowKey={({ address }) => address}
        cardsBelow={66}
      />
    </Page>
  );
}

const columns: readonly [Column<AgreementSummary>, ...Column<AgreementSummary>[]] = [
  {
    key: "agreement",
    header: text.agreement,
    canWrap: true,
    cell: ({ address, title }) => (
      <TextLink to="/agreements/$address" params={{ address }} fw={600}>
        {title || words.one}
      </TextLink>
    ),
  },
  {
    key: "parties",
    header: text.parties,
    canWrap: true,
    isWide: true,
    cell: ({ agency, partner }) => words.parties(agency.name, partner.name),
  },
  {
    key: "state",
    header: text.state,
    cell: ({ state }) => (
      <StateBadge
        tone={AGREEMENT_TONES[state] ?? "quiet"}
        label={labelOf(donorWords.agreementStates, state)}
      />
    ),
  },
  {
    key: "milestones",
    header: text.milestones,
    cell: ({ milestones, milestonesOver }) => words.over(showCount(milestonesOver), showCount(milestones)),
  },
  {
    key: "committed",
    header: text.committed,
    isFigure: true,
    cell: ({ money, currency }) => showMoney(money.committed, shownCurrency(currency)),
  },
  {
    key: "paid",
    header: text.paid,
    isFigure: true,
    cell: ({ money, currency }) => showMoney(money.paid, shownCurrency(currency)),
  },
];
