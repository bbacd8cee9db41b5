// SPDX-License-Identifier: Apache-2.0

export { judgeFreshness } from "./freshness.ts";
export { StaleBanner } from "./StaleBanner.tsx";
export { useLedger, useLedgerTime, useRefreshOnNewBlock } from "./useLedger.ts";
export { useNow } from "./useNow.ts";
