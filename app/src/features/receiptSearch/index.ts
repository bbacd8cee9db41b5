// SPDX-License-Identifier: Apache-2.0

export { ReceiptsPage } from "./ReceiptsPage.tsx";
