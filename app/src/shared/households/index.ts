// SPDX-License-Identifier: Apache-2.0

export { commitIdentifier } from "./commitIdentifier.ts";
export { type SaveOptions, saveHouseholds } from "./saveHouseholds.ts";
export { type HouseholdKey, lockHouseholds } from "./session.ts";
export { UnlockHouseholds } from "./UnlockHouseholds.tsx";
export type { NewEnvelope } from "./unlock.ts";
export { type HouseholdEnvelope, useHouseholdEnvelope } from "./useHouseholdEnvelope.ts";
export { type HouseholdIds, useHouseholdIds } from "./useHouseholdIds.ts";
export { type HouseholdKeyState, useHouseholdKey } from "./useHouseholdKey.ts";
