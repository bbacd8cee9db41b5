// SPDX-License-Identifier: Apache-2.0

import type { Envelope } from "#sdk/households/index.ts";

/** Something that the office keeps, with the version that a change has to name. */
export interface Kept<T> {
  readonly value: T;
  readonly version: number;
}

/** The part of the office that keeps household data. All of it is sealed; the office cannot read it. */
export interface HouseholdOffice {
  readonly organisation: number;
  /** Who is signed in. */
  readonly officer: string;
  /** Call when this officer signs out or another takes their place. @returns stops watching. */
  onLeave(call: () => void): () => void;
  /** Undefined while none was set up. */
  readEnvelope(): Promise<Kept<unknown> | undefined>;
  /** @param version Of the envelope that is replaced; undefined for the first. */
  writeEnvelope(envelope: Envelope, version: number | undefined): Promise<void>;
  /** Version of each page there is. */
  readIndex(): Promise<ReadonlyMap<number, number>>;
  readPage(page: number): Promise<Kept<Uint8Array<ArrayBuffer>> | undefined>;
  /**
   * @param version Of the page that is replaced; undefined for a new one.
   * @returns "stale" when somebody else was faster: read it again.
   */
  writePage(
    page: number,
    sealed: Uint8Array<ArrayBuffer>,
    version: number | undefined,
  ): Promise<"written" | "stale">;
}
