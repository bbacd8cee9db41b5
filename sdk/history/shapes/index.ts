// SPDX-License-Identifier: Apache-2.0

export * from "./donors.ts";
export * from "./ledger.ts";
export * from "./partners.ts";
export { one, page, type ReadOnly, type Sent } from "./scalars.ts";
