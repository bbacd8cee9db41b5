// SPDX-License-Identifier: Apache-2.0

export { LedgerList } from "./LedgerList.tsx";
export { LedgerSection, LedgerTable } from "./LedgerTable.tsx";
export { LoadedPage } from "./LoadedPage.tsx";
export { LoadingRows } from "./LoadingRows.tsx";
