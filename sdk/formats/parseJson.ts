// SPDX-License-Identifier: Apache-2.0

/** What a text says in JSON; undefined, which no JSON says, when it is none. A schema then tells both cases in one sentence. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
