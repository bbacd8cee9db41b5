// SPDX-License-Identifier: Apache-2.0

export { AccountsPage } from "./AccountsPage.tsx";
export { OpenAccountsPage } from "./opening/OpenAccountsPage.tsx";
