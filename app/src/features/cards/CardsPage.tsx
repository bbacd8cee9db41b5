// SPDX-License-Identifier: Apache-2.0

import { useSearch } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { Page } from "../../shared/layout/index.ts";
import { NeedsOffice } from "../../shared/office/index.ts";
import { WayBack } from "../../shared/ui/index.ts";
import { NeedsOfficer } from "../../shared/wallet/index.ts";
import type { CardText } from "./CardFace.tsx";
import { ChooseHouseholds } from "./ChooseHouseholds.tsx";
import type { Chosen } from "./households.ts";
import { IssueCards } from "./IssueCards.tsx";
import type { NewCard } from "./newCards.ts";
import { PrintCards } from "./PrintCards.tsx";
import { words } from "./words/index.ts";

interface Issued {
  readonly cards: readonly NewCard[];
  readonly text: CardText;
}

/** Whom cards are for, issuing them, and printing cards and PINs apart. */
export function CardsPage() {
  const { account } = useSearch({ strict: false });
  const [chosen, setChosen] = useState<Chosen>();
  const [issued, setIssued] = useState<Issued>();
  const wayBack = <WayBack to="/console/accounts">{words.back}</WayBack>;
  const startAgain = useCallback(() => {
    setIssued(undefined);
    setChosen(undefined);
  }, []);
  const addIssued = useCallback((cards: readonly NewCard[], text: CardText) => {
    setIssued((before) => ({ cards: [...(before?.cards ?? []), ...cards], text }));
  }, []);
  return (
    <Page title={words.title} above={wayBack} intro={<p>{words.intro}</p>}>
      <NeedsOffice>
        <NeedsOfficer as="Custodian">
          {issued === undefined ? <ChooseHouseholds account={account} onChosen={setChosen} /> : null}
          {chosen === undefined ? null : (
            <IssueCards
              key={chosen.accounts.join()}
              chosen={chosen}
              isStarted={issued !== undefined}
              onIssued={addIssued}
            />
          )}
          {issued === undefined ? null : <PrintCards {...issued} onMore={startAgain} />}
        </NeedsOfficer>
      </NeedsOffice>
    </Page>
  );
}
