// SPDX-License-Identifier: Apache-2.0

export { PrintButton } from "./PrintButton.tsx";
export { PrintSheet } from "./PrintSheet.tsx";
