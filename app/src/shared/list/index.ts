// SPDX-License-Identifier: Apache-2.0

export { LedgerList } from "./LedgerList.tsx";
export { LoadingRows } from "./LoadingRows.tsx";
