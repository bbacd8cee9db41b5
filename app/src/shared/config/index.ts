// SPDX-License-Identifier: Apache-2.0

export type { ConsoleConfig } from "#sdk/console/config.ts";
export { config, loadConfig } from "./config.ts";
