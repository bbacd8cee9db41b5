// SPDX-License-Identifier: Apache-2.0

// What goes over the line between a browser and the office, checked on both sides.
export * from "./schemas/agreements.ts";
export * from "./schemas/common.ts";
export * from "./schemas/drafts.ts";
export * from "./schemas/jobs.ts";
export * from "./schemas/lists.ts";
export * from "./schemas/session.ts";
export * from "./schemas/work.ts";
