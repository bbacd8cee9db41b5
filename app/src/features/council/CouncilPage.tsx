// SPDX-License-Identifier: Apache-2.0

import { CouncilFrame } from "./CouncilFrame.tsx";
import { ArbitersSection } from "./room/ArbitersSection.tsx";
import { MembersSection } from "./room/MembersSection.tsx";
import { ProposalLists } from "./room/ProposalLists.tsx";
import { RulesSection } from "./room/RulesSection.tsx";
import { words } from "./words/index.ts";

/** Who decides, how, what is to be decided, and what was. */
export function CouncilPage() {
  return (
    <CouncilFrame title={words.title} intro={words.intro} isRoom>
      {(ground) => (
        <ProposalLists ground={ground}>
          <MembersSection ground={ground} />
          <ArbitersSection ground={ground} />
          <RulesSection council={ground.council} />
        </ProposalLists>
      )}
    </CouncilFrame>
  );
}
