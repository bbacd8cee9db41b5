// SPDX-License-Identifier: Apache-2.0
// Words that every page for everybody starts with, in one file: each by itself would be a request that the page waits for.
export * as donor from "../donor/words/en.ts";
export * as exports from "../exports/words/en.ts";
export * as shell from "../layout/words/en.ts";
export * as common from "./en.ts";
