// SPDX-License-Identifier: Apache-2.0

export { type ConsoleConfig, parseConsoleConfig } from "./config.ts";
export { contentPolicy, originsOf } from "./contentPolicy.ts";
