// SPDX-License-Identifier: Apache-2.0

export { ReconcilePage } from "./ReconcilePage.tsx";
