// SPDX-License-Identifier: Apache-2.0

/** What the line to the office server is known to be. */
export interface Line {
  readonly isDown: boolean;
  /** Counts how often the server said that there is no session (any more). */
  readonly expiries: number;
  /** Whose session this page ended because the wallet went to another account; until the next sign-in. */
  readonly endedFor: string | undefined;
}

let line: Line = { isDown: false, expiries: 0, endedFor: undefined };
const listeners = new Set<() => void>();

export function officeLine(): Line {
  return line;
}

export function subscribeToLine(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const UNAUTHORISED = 401;
/** What a proxy says when there is nothing behind it. */
const NOBODY_THERE = new Set([502, 503, 504]);

/**
 * `fetch` for everything that goes to the office server. Every page's requests together tell whether it answers and whether the session
 * still holds, so that this is known at once and said in one place.
 */
export const officeFetch: typeof fetch = async (input, init) => {
  let response: Response;
  try {
    response = await fetch(input, { credentials: "include", ...init });
  } catch (error) {
    // A question that the page itself gave up says nothing about the server.
    if (init?.signal?.aborted !== true) tell({ isDown: true });
    throw error;
  }
  const expiries = line.expiries + (response.status === UNAUTHORISED ? 1 : 0);
  tell({ isDown: NOBODY_THERE.has(response.status), expiries });
  return response;
};

/** Remember whose session was ended, or that this is settled. */
export function noteEnded(endedFor: string | undefined): void {
  tell({ endedFor });
}

function tell(news: Partial<Line>): void {
  const next = { ...line, ...news };
  if (next.isDown === line.isDown && next.expiries === line.expiries && next.endedFor === line.endedFor)
    return;
  line = next;
  for (const listener of listeners) listener();
}
