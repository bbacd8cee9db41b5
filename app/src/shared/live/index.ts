// SPDX-License-Identifier: Apache-2.0

export { LiveChip } from "./LiveChip.tsx";
export { StaleBanner } from "./StaleBanner.tsx";
export { useLedgerTime, useRefreshOnNewBlock } from "./useLedger.ts";
