// SPDX-License-Identifier: Apache-2.0

import { randomBytes } from "node:crypto";

/** Seconds in which a challenge has to be answered: long enough for several signers of a contract account. */
const LIFETIME = 600;
/** Challenges that are kept; more than that at once is no office. */
const MOST = 10_000;

/** Numbers that were given out for sign-ins. Each is good once. They live in memory: after a restart one asks again. */
export class Nonces {
  readonly #now: () => number;
  /** Until when each is good, oldest first. */
  readonly #open = new Map<string, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  give(): { readonly nonce: string; readonly expiresAt: number } {
    this.#dropOld();
    const nonce = randomBytes(16).toString("hex");
    const expiresAt = this.#now() + LIFETIME;
    this.#open.set(nonce, expiresAt);
    return { nonce, expiresAt };
  }

  /** Use it up. @returns Whether it was good. */
  take(nonce: string): boolean {
    const expiresAt = this.#open.get(nonce);
    this.#open.delete(nonce);
    return expiresAt !== undefined && this.#now() < expiresAt;
  }

  #dropOld(): void {
    for (const [nonce, expiresAt] of this.#open) {
      if (expiresAt > this.#now() && this.#open.size < MOST) return;
      this.#open.delete(nonce);
    }
  }
}
