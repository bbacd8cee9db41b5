// SPDX-License-Identifier: Apache-2.0

import { useState } from "react";
import type { CustodianRequest } from "#sdk/office/index.ts";
import { Page } from "../../../shared/layout/index.ts";
import { NeedsOffice } from "../../../shared/office/index.ts";
import { WayBack } from "../../../shared/ui/index.ts";
import { NeedsOfficer } from "../../../shared/wallet/index.ts";
import { words } from "../words/index.ts";
import { OwnList } from "./OwnList.tsx";
import { RequestPanel } from "./RequestPanel.tsx";
import { RequestsSection } from "./RequestsSection.tsx";
import type { OwnHouseholds } from "./saveOwn.ts";

const text = words.opening;

/** What is being opened; ids only of a list that was dropped on this page. */
interface Chosen {
  readonly request: CustodianRequest;
  readonly own?: OwnHouseholds;
}

/** The custodian's page for new households: requests of preparers, or a list of ids of one's own. */
export function OpenAccountsPage() {
  const [chosen, setChosen] = useState<Chosen>();
  const back = <WayBack to="/console/accounts">{words.title}</WayBack>;
  return (
    <Page title={text.title} above={back} intro={<p>{text.intro}</p>}>
      <NeedsOffice>
        <NeedsOfficer as="Custodian">
          {chosen === undefined ? (
            <>
              <RequestsSection onChoose={(request) => setChosen({ request })} />
              <OwnList onRequest={(request, own) => setChosen({ request, own })} />
            </>
          ) : (
            <RequestPanel
              key={chosen.request.id}
              requestId={chosen.request.id}
              own={chosen.own}
              onBack={() => setChosen(undefined)}
            />
          )}
        </NeedsOfficer>
      </NeedsOffice>
    </Page>
  );
}
