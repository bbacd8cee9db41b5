// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { listProgrammes } from "#sdk/agency/index.ts";
import { OtherActList } from "../../shared/acts/index.ts";
import { LEDGER_KEY } from "../../shared/api/index.ts";
import { Page } from "../../shared/layout/index.ts";
import { useOfficer, useSuite } from "../../shared/ledger/index.ts";
import { NeedsOffice } from "../../shared/office/index.ts";
import { BackupSection } from "./BackupSection.tsx";
import { EnvelopeSection } from "./EnvelopeSection.tsx";
import { ExceptionsSection } from "./ExceptionsSection.tsx";
import { MappingsSection } from "./MappingsSection.tsx";
import { RelayerSection } from "./RelayerSection.tsx";
import { words } from "./words/index.ts";

/** What belongs to the organisation rather than to one programme: its proposals, cases, relayer, keys, mappings and backup. */
export function OfficePage() {
  const officer = useOfficer();
  const intro = officer === undefined ? words.introNobody : words.intro(officer.organisation.name);
  return (
    <Page title={words.title} intro={<p>{intro}</p>}>
      {officer === undefined ? null : <OrganisationActs organisation={officer.organisation.id} />}
      <NeedsOffice>
        <ExceptionsSection />
        <RelayerSection />
        <EnvelopeSection />
        <MappingsSection />
        <BackupSection />
      </NeedsOffice>
    </Page>
  );
}

function OrganisationActs({ organisation }: { readonly organisation: number }) {
  const suite = useSuite();
  const { data } = useQuery({
    queryKey: [LEDGER_KEY, "programmes-of", organisation],
    queryFn: () => listProgrammes(suite, organisation),
  });
  if (data === undefined) return null;
  return <OtherActList organisation={organisation} programmes={data} hidesEmpty />;
}
