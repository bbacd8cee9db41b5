// SPDX-License-Identifier: Apache-2.0

import { id as keccakOfText } from "ethers";
import type { Rationale } from "./calls.ts";
import { type RationalePlace, rationalePlace, TEXT } from "./rationalePlace.ts";

/** Bytes of the address that a text may fill: each costs gas, and a long reason deserves a document of its own. */
const LONGEST_URI = 4_096;

/** A short reason that travels with the proposal itself: its address on the ledger holds the whole text, so nobody has to keep a file. */
export function textRationale(text: string): Rationale {
  return { hash: keccakOfText(text), uri: TEXT + encodeURIComponent(text) };
}

/** Whether a text is short enough to stand on the ledger. */
export function isShortEnough(text: string): boolean {
  return textRationale(text).uri.length <= LONGEST_URI;
}

/** As {@link RationalePlace}; a text on the ledger that is not what was hashed is told apart. */
export type RationaleSource = RationalePlace | { readonly kind: "otherText"; readonly text: string };

/** Read a rationale's address and, where the text stands in it, compare it with its hash. */
export function rationaleSource({ hash, uri }: Rationale): RationaleSource {
  const place = rationalePlace(uri);
  if (place.kind !== "text" || keccakOfText(place.text) === hash) return place;
  return { kind: "otherText", text: place.text };
}
