// SPDX-License-Identifier: Apache-2.0

import {
  type Challenge,
  challengeSchema,
  type Me,
  meSchema,
  type OfficeStatus,
  type SignIn,
  statusSchema,
} from "../schemas/session.ts";
import type { Line } from "./line.ts";

export function sessionsClient(line: Line) {
  return {
    /** What anybody may know: organisation, relayer, whether it works. */
    status: (signal?: AbortSignal): Promise<OfficeStatus> => line.json("/status", statusSchema, { signal }),

    /** A number for one sign-in, good for a few minutes. */
    challenge: (): Promise<Challenge> => line.json("/challenge", challengeSchema),

    /**
     * Begin a session.
     * @throws OfficeError OFFICE-103 (number used or too old), 105 (other site), 106 (other chain), 107 (signature), 109 (no role here).
     */
    signIn: (signed: SignIn): Promise<Me> =>
      line.json("/session", meSchema, { method: "POST", json: signed }),

    /** Who is signed in. @throws OfficeError with `isSignedOut` for nobody. */
    me: (signal?: AbortSignal): Promise<Me> => line.json("/me", meSchema, { signal }),

    /** End the session; nothing happens when there is none. */
    signOut: (): Promise<void> => line.done("/session", { method: "DELETE" }),
  };
}
