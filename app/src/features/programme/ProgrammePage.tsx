// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type Programme, programmeQuery } from "../../shared/api/index.ts";
import { appError, ErrorNote } from "../../shared/errors/index.ts";
import { ExportsSection } from "../../shared/exports/index.ts";
import { Page } from "../../shared/layout/index.ts";
import { useOfficer } from "../../shared/ledger/useOfficer.ts";
import { LoadedPage } from "../../shared/list/index.ts";
import { ButtonLink, TextLink, WayBack } from "../../shared/ui/index.ts";
import { words } from "../../shared/words/index.ts";
import { AuditorFacts } from "./AuditorFacts.tsx";
import { CyclesSection } from "./CyclesSection.tsx";
import { MoneySection } from "./MoneySection.tsx";
import { ProgrammeFacts } from "./ProgrammeFacts.tsx";
import { ReceiptsSection } from "./ReceiptsSection.tsx";
import { SettlementsSection } from "./SettlementsSection.tsx";
import { ShopsSection } from "./ShopsSection.tsx";

const route = getRouteApi("/programmes/$address");
const text = words.programme;
const wayBack = <WayBack to="/programmes">{text.back}</WayBack>;
const ADDRESS = /^0x[0-9a-f]{40}$/i;

export function ProgrammePage() {
  const { address } = route.useParams();
  return ADDRESS.test(address) ? (
    <KnownProgramme key={address} address={address} />
  ) : (
    <Page title={text.title} above={wayBack}>
      <ErrorNote error={appError("programme-address")} />
    </Page>
  );
}

function KnownProgramme({ address }: { readonly address: string }) {
  const query = useQuery(programmeQuery(address));
  return (
    <LoadedPage query={query} title={text.title} above={wayBack} section={words.money.title}>
      {(programme) => <LiveProgramme programme={programme} />}
    </LoadedPage>
  );
}

function LiveProgramme({ programme }: { readonly programme: Programme }) {
  const { address, currency } = programme;
  return (
    <Page title={programme.name} above={wayBack} intro={<ProgrammeFacts programme={programme} />}>
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
        currency={currency.code}
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
