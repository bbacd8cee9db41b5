// SPDX-License-Identifier: Apache-2.0

export { SettlementPage } from "./SettlementPage.tsx";
export { SettlePage } from "./SettlePage.tsx";
