// SPDX-License-Identifier: Apache-2.0

export { NeedsOffice } from "./NeedsOffice.tsx";
export { OfficeBanner } from "./OfficeBanner.tsx";
export { SignInHere } from "./SignInHere.tsx";
export { type Office, useOffice } from "./useOffice.ts";
export { OFFICE_KEY, type OfficeSession, type OfficeState, useOfficeSession } from "./useOfficeSession.ts";
