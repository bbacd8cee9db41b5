// SPDX-License-Identifier: Apache-2.0

export { type JobsDesk, jobsApi } from "./api.ts";
export type { JobView } from "./jobStore.ts";
export { Relayer, type RelayerOptions, type RelayerView } from "./relayer.ts";
export type { JobSources } from "./sources.ts";
export { type JobTables, jobTables } from "./tables.ts";
export type { JobRequest } from "./workplace.ts";
