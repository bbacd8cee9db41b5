// SPDX-License-Identifier: Apache-2.0

export { FundDeskPage } from "./FundDeskPage.tsx";
export { FundsDeskPage } from "./FundsDeskPage.tsx";
