// SPDX-License-Identifier: Apache-2.0

export { type Officer, type OfficerState, useOfficer, useOfficerState } from "./useOfficer.ts";
export { useProgrammeHandle, useSuite } from "./useSuite.ts";
