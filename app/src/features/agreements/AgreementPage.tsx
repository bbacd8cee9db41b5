// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type Agreement, agreementQuery } from "../../shared/api/index.ts";
import { BarTable, donorWords, shownCurrency } from "../../shared/donor/index.ts";
import { ExportsSection } from "../../shared/exports/index.ts";
import { showMoment } from "../../shared/format/index.ts";
import { Page } from "../../shared/layout/index.ts";
import { LoadedPage } from "../../shared/list/index.ts";
import { HexValue, Section, StateBadge, TextLink, WayBack } from "../../shared/ui/index.ts";
import { words as common, labelOf } from "../../shared/words/index.ts";
import classes from "./agreements.module.css";
import { MilestonesSection } from "./MilestonesSection.tsx";
import { SourcesSection } from "./SourcesSection.tsx";
import { TermsSection } from "./TermsSection.tsx";
import { AGREEMENT_TONES } from "./tones.ts";
import { words } from "./words/index.ts";

const route = getRouteApi("/agreements/$address");

const wayBack = <WayBack to="/agreements">{words.back}</WayBack>;

export function AgreementPage() {
  const { address } = route.useParams();
  const query = useQuery(agreementQuery(address));
  return (
    <LoadedPage query={query} title={words.one} above={wayBack} section={words.money.title}>
      {(agreement) => <KnownAgreement agreement={agreement} />}
    </LoadedPage>
  );
}

function KnownAgreement({ agreement }: { readonly agreement: Agreement }) {
  const { address, title, agency, partner, state } = agreement;
  return (
    <Page
      title={title || words.one}
      above={wayBack}
      intro={
        <p className={classes.intro}>
          <span>{words.parties(agency.name, partner.name)}</span>
          <StateBadge
            tone={AGREEMENT_TONES[state] ?? "quiet"}
            label={labelOf(donorWords.agreementStates, state)}
          />
        </p>
      }
    >
      <Pending agreement={agreement} />
      <MoneySection agreement={agreement} />
      <MilestonesSection agreement={agreement} />
      <SourcesSection agreement={agreement} />
      <TermsSection agreement={agreement} />
      <p>
        <TextLink to="/timeline" search={{ agreement: address }}>
          {words.happened}
        </TextLink>
      </p>
      <Section title={common.programme.forAuditors} hint={common.programme.forAuditorsHint}>
        {() => (
          <p className={classes.auditor}>
            <span className={classes.soft}>{words.address}</span>
            <HexValue value={address} what={words.theAddress} isFull />
          </p>
        )}
      </Section>
      <ExportsSection
        of={`/api/agreements/${address}`}
        files={[
          ["milestones.csv", "CSV"],
          ["milestones.hxl.csv", "HXL"],
          ["milestones.json", "JSON"],
        ]}
        currency={agreement.currency.code}
      />
    </Page>
  );
}

/** What is open between the two sides: terms that wait for a signature, a notice that runs. */
function Pending({ agreement: { offer, notice } }: { readonly agreement: Agreement }) {
  if (offer === null && notice === null) return null;
  return (
    <div className={classes.pending}>
      {offer === null ? null : <p>{words.offer(showMoment(offer.lapsesAt))}</p>}
      {notice === null ? null : <p>{words.notice(showMoment(notice.endsAt))}</p>}
    </div>
  );
}

function MoneySection({ agreement }: { readonly agreement: Agreement }) {
  const { money, outstanding } = agreement;
  const currency = shownCurrency(agreement.currency);
  const text = words.money;
  const lines = [
    ["committed", money.committed, "free"],
    ["escrowed", money.escrowed, "reserved"],
    ["held", money.held, "instructed"],
    ["paid", money.paid, "settled"],
    ["outstanding", outstanding, "owed"],
    ["returned", money.returned, "fees"],
    ["unfunded", money.unfunded, "owed"],
  ] as const;
  return (
    <Section title={text.title} hint={text.hint}>
      {(headingId) => (
        <BarTable
          labelledBy={headingId}
          headers={{ name: text.line, chart: text.chart, amount: text.amount(currency.code) }}
          rows={lines.map(([key, amount, tone]) => ({ key, name: text[key], amount, tone }))}
          currency={currency}
        />
      )}
    </Section>
  );
}
