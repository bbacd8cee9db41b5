// SPDX-License-Identifier: Apache-2.0

// An agency's private office server, as its pages and tools see it.
export { agreementFileAddress, type FileToKeep } from "./client/agreements.ts";
export type { JobFilter } from "./client/jobs.ts";
export type { Kept, OfficeClientOptions } from "./client/line.ts";
export type { ExceptionFilter } from "./client/work.ts";
export { type OfficeClient, officeClient } from "./client.ts";
export { OfficeError } from "./OfficeError.ts";
export * from "./schemas.ts";
