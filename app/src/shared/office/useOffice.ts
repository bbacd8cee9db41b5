// SPDX-License-Identifier: Apache-2.0

import type { OfficeClient } from "#sdk/office/index.ts";
import { makeClient } from "./makeClient.ts";
import { type OfficeSession, useOfficeSession } from "./useOfficeSession.ts";

export interface Office extends OfficeSession {
  /** Typed requests to the office server; they are refused unless `state` is "signedIn", so show them inside `<NeedsOffice>`. */
  readonly client: OfficeClient;
}

/** The office server for a page that works with it. Query keys of what it gives begin with OFFICE_KEY. */
export function useOffice(): Office {
  return { ...useOfficeSession(), client: makeClient() };
}
