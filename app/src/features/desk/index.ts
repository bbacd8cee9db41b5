// SPDX-License-Identifier: Apache-2.0

export { CycleDeskPage } from "./CycleDeskPage.tsx";
export { DeskPage } from "./DeskPage.tsx";
