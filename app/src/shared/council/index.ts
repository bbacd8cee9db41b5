// SPDX-License-Identifier: Apache-2.0

// What the council does, in words: for its own room and for the page that everybody can read.
export { ActCards } from "./ActCards.tsx";
export { unitsText } from "./actFacts.tsx";
export {
  type AgreementName,
  accountName,
  type CouncilNames,
  contractName,
  memberName,
  organisationName,
} from "./names.ts";
export { ProposalBadge } from "./ProposalBadge.tsx";
export { placed } from "./placed.ts";
export { sentenceOf } from "./sentence.ts";
export { titleOf } from "./title.ts";
export { words as councilWords } from "./words/index.ts";
