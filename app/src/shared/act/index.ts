// SPDX-License-Identifier: Apache-2.0

export { ActButton } from "./ActButton.tsx";
export { ActStatus } from "./ActStatus.tsx";
export { answerError } from "./errors.ts";
export type { ActKind, ActState, Step } from "./state.ts";
export type { ActBuild, ActSettings } from "./types.ts";
export { type Act, useAct } from "./useAct.ts";
export { usePendingActs } from "./usePendingActs.ts";
