// SPDX-License-Identifier: Apache-2.0
// Words that every page for everybody starts with, in one file: each by itself would be a request that the page waits for.
export * as donor from "../donor/words/ar.ts";
export * as exports from "../exports/words/ar.ts";
export * as shell from "../layout/words/ar.ts";
export * as common from "./ar.ts";
