// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useDeferredValue } from "react";
import { type Programme, programmeQuery } from "../../shared/api/index.ts";
import { appError, ErrorNote } from "../../shared/errors/index.ts";
import { ExportsSection } from "../../shared/exports/index.ts";
import { Page } from "../../shared/layout/index.ts";
import { useOfficer } from "../../shared/ledger/useOfficer.ts";
import { LoadingRows } from "../../shared/list/index.ts";
import { ButtonLink, Icon, Section, TextLink } from "../../shared/ui/index.ts";
import { words } from "../../shared/words/index.ts";
import { AuditorFacts } from "./AuditorFacts.tsx";
import { CyclesSection } from "./CyclesSection.tsx";
import { MoneySection } from "./MoneySection.tsx";
import { ProgrammeFacts } from "./ProgrammeFacts.tsx";
import classes from "./programme.module.css";
import { ReceiptsSection } from "./ReceiptsSection.tsx";
import { SettlementsSection } from "./SettlementsSection.tsx";
import { ShopsSection } from "./ShopsSection.tsx";

const route = getRouteApi("/programmes/$address");
const text = words.programme;
const ADDRESS = /^0x[0-9a-f]{40}$/i;

export function ProgrammePage() {
  const { address } = route.useParams();
  return ADDRESS.test(address) ? (
    <KnownProgramme key={address} address={address} />
  ) : (
    <Page title={text.title} above={<WayBack />}>
      <ErrorNote error={appError("programme-address")} />
    </Page>
  );
}

function KnownProgramme({ address }: { readonly address: string }) {
  const { data: latest, error, refetch } = useQuery(programmeQuery(address));
  const data = useDeferredValue(latest);
  if (data) return <LiveProgramme programme={data} />;
  const content: ReactNode = error ? (
    <ErrorNote error={error} onRetry={() => void refetch()} />
  ) : (
    <Section title={words.money.title}>{() => <LoadingRows />}</Section>
  );
  return (
    <Page title={text.title} above={<WayBack />}>
      {content}
    </Page>
  );
}

function LiveProgramme({ programme }: { readonly programme: Programme }) {
  const { address, currency } = programme;
  return (
    <Page title={programme.name} above={<WayBack />} intro={<ProgrammeFacts programme={programme} />}>
      <DeskLink programme={programme} />
      <MoneySection programme={programme} />
      <CyclesSection address={address} currency={currency} />
      <ShopsSection address={address} currency={currency} />
      <ReceiptsSection address={address} currency={currency} />
      <SettlementsSection address={address} currency={currency} />
      <p>
        <TextLink to="/timeline" search={{ programme: address }}>
          {text.happened}
        </TextLink>
      </p>
      <AuditorFacts programme={programme} />
      <ExportsSection
        of={`/api/programmes/${address}`}
        files={[
          ["cycles.csv", "CSV"],
          ["cycles.hxl.csv", "HXL"],
          ["cycles.json", "JSON"],
        ]}
      />
    </Page>
  );
}

/** For officers of the programme's own agency: the way from what everybody sees to where they work. */
function DeskLink({ programme: { address, organisation } }: { readonly programme: Programme }) {
  const officer = useOfficer();
  if (officer?.organisation.id !== organisation.id || officer.roles.size === 0) return null;
  return (
    <p>
      <ButtonLink variant="default" to="/console/programmes/$address" params={{ address }}>
        {text.toDesk}
      </ButtonLink>
    </p>
  );
}

function WayBack() {
  return (
    <TextLink to="/programmes" className={classes.back}>
      <Icon name="arrowLeft" size={16} />
      {text.back}
    </TextLink>
  );
}
