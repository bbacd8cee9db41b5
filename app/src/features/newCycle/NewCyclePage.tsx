// SPDX-License-Identifier: Apache-2.0

import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { DeskFrame } from "../../shared/desk/index.ts";
import { NeedsOfficer } from "../../shared/wallet/index.ts";
import { NewCycle } from "./NewCycle.tsx";
import { words } from "./words/index.ts";

const route = getRouteApi("/console/programmes/$address/new-cycle");

/** From a list of households to a cycle that waits for approval. */
export function NewCyclePage() {
  const { address } = route.useParams();
  const { draft } = route.useSearch();
  // Another number starts the page over: a draft is then read anew from the office.
  const [round, setRound] = useState(0);
  return (
    <DeskFrame address={address} title={words.title} intro={words.intro}>
      {(programme) => (
        <NeedsOfficer as="Preparer">
          <NewCycle
            key={round}
            programme={programme}
            draftId={draft}
            onStartOver={() => setRound((before) => before + 1)}
          />
        </NeedsOfficer>
      )}
    </DeskFrame>
  );
}
