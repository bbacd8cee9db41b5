// SPDX-License-Identifier: Apache-2.0

export { GasAlarm } from "./GasAlarm.tsx";
export { JobState } from "./JobState.tsx";
export { useOfficeStatus } from "./useOfficeStatus.ts";
