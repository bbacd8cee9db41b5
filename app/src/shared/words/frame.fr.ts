// SPDX-License-Identifier: Apache-2.0
// Words that every page for everybody starts with, in one file: each by itself would be a request that the page waits for.
export * as donor from "../donor/words/fr.ts";
export * as exports from "../exports/words/fr.ts";
export * as shell from "../layout/words/fr.ts";
export * as common from "./fr.ts";
