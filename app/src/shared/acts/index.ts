// SPDX-License-Identifier: Apache-2.0

export { ActCard } from "./ActCard.tsx";
export { ActFacts, actTitle } from "./ActFacts.tsx";
export { ActList, OtherActList } from "./ActList.tsx";
export { ActSection } from "./ActSection.tsx";
export { type ActExplanation, explainAct } from "./explainAct.ts";
export type { ActContext } from "./showFact.tsx";
export { tryAndPropose } from "./tryAndPropose.ts";
export { useOpenActs, useOtherActs } from "./useOpenActs.ts";
