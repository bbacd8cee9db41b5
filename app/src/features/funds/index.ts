// SPDX-License-Identifier: Apache-2.0

export { FundPage } from "./FundPage.tsx";
export { FundsPage } from "./FundsPage.tsx";
