// SPDX-License-Identifier: Apache-2.0

import { createHash, randomBytes } from "node:crypto";
import type { Role } from "#sdk/agency/index.ts";
import { officeError } from "../errors.ts";
import type { OfficeStore } from "../store/officeStore.ts";
import type { Caller } from "./caller.ts";
import type { ChainAccess } from "./chainAccess.ts";

const MINUTE = 60;
/** Seconds without a request after which a session ends, and after which it ends in any case. */
export const IDLE = 30 * MINUTE;
export const LONGEST = 8 * 60 * MINUTE;
/** The time of the last request is written down so often, seconds. */
const WRITTEN_EVERY = MINUTE;

export type SessionKind = Caller["kind"];

interface SessionRow {
  readonly tokenHash: string;
  readonly kind: string;
  readonly address: string;
  readonly lastSeenAt: number;
  readonly expiresAt: number;
}

/** Sessions of officers, terminals and parties to agreements. What they may do is not kept in them: the ledger is asked each time. */
export class Sessions {
  readonly #store: OfficeStore;
  readonly #chain: ChainAccess;
  readonly #now: () => number;

  constructor(store: OfficeStore, chain: ChainAccess, now: () => number) {
    this.#store = store;
    this.#chain = chain;
    this.#now = now;
  }

  /**
   * Begin a session.
   * @param address Checksummed; proven to be theirs.
   * @param kinds What the caller wants to be, first choice first.
   * @returns The token for the cookie; it is kept as a hash only.
   * @throws OfficeError OFFICE-109 when the address is none of it; OFFICE-502.
   */
  async begin(
    address: string,
    kinds: readonly SessionKind[],
  ): Promise<{ readonly token: string; readonly caller: Caller }> {
    const token = randomBytes(32).toString("base64url");
    const now = this.#now();
    for (const kind of kinds) {
      const row = { tokenHash: hashOf(token), kind, address, lastSeenAt: now, expiresAt: now + LONGEST };
      const caller = await this.#callerOf(row);
      if (caller === undefined) continue;
      await this.#store.db.deleteFrom("sessions").where("expiresAt", "<=", now).execute();
      await this.#store.db
        .insertInto("sessions")
        .values({ ...row, createdAt: now })
        .execute();
      return { token, caller };
    }
    throw officeError("noRole");
  }

  /**
   * Who the token is of.
   * @throws OfficeError OFFICE-101 when it is of nobody or the session is over; OFFICE-102 when the ledger gives them no role any more,
   * which ends the session; OFFICE-502.
   */
  async resume(token: string): Promise<Caller> {
    const tokenHash = hashOf(token);
    const found = this.#store.db.selectFrom("sessions").selectAll().where("tokenHash", "=", tokenHash);
    const row = await found.executeTakeFirst();
    const now = this.#now();
    if (row === undefined) throw officeError("notSignedIn");
    if (now >= row.expiresAt || now >= row.lastSeenAt + IDLE) {
      await this.end(token);
      throw officeError("notSignedIn");
    }
    const caller = await this.#callerOf(row);
    if (caller === undefined) {
      await this.end(token);
      throw officeError("noLongerOfficer");
    }
    await this.#markSeen(row, now);
    return caller;
  }

  /** End a session; one that is over already stays so. */
  async end(token: string): Promise<void> {
    await this.#store.db.deleteFrom("sessions").where("tokenHash", "=", hashOf(token)).execute();
  }

  async #callerOf(row: SessionRow): Promise<Caller | undefined> {
    const { address, tokenHash, expiresAt } = row;
    const session = tokenHash.slice(0, 16);
    const own = { address, session, expiresAt, roles: new Set<Role>(), terminals: [], agreements: [] };
    if (row.kind === "terminal") {
      const terminals = await this.#chain.terminalsOf(address);
      return terminals.length === 0 ? undefined : { ...own, kind: "terminal", terminals };
    }
    if (row.kind === "party") {
      const agreements = await this.#chain.agreements.placesOf(address);
      return agreements.length === 0 ? undefined : { ...own, kind: "party", agreements };
    }
    const roles = await this.#chain.rolesOf(address);
    return roles.length === 0 ? undefined : { ...own, kind: "officer", roles: new Set(roles) };
  }

  async #markSeen({ tokenHash, lastSeenAt }: SessionRow, now: number): Promise<void> {
    if (now < lastSeenAt + WRITTEN_EVERY) return;
    const seen = this.#store.db.updateTable("sessions").set({ lastSeenAt: now });
    await seen.where("tokenHash", "=", tokenHash).execute();
  }
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
