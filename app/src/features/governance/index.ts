// SPDX-License-Identifier: Apache-2.0

export { GovernancePage } from "./GovernancePage.tsx";
