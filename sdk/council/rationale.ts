// SPDX-License-Identifier: Apache-2.0

import { id as keccakOfText } from "ethers";
import type { Rationale } from "./calls.ts";

const TEXT = "data:text/plain;charset=utf-8,";
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

/** What a rationale's address says about it. */
export type RationaleSource =
  /** The text stands on the ledger, and its hash is the proposal's. */
  | { readonly kind: "text"; readonly text: string }
  /** The text stands on the ledger but is not what was hashed. */
  | { readonly kind: "otherText"; readonly text: string }
  /** A page or file that can be opened; nothing says yet that it is what was hashed. */
  | { readonly kind: "link"; readonly uri: string }
  /** Something that a browser should not open. */
  | { readonly kind: "words"; readonly uri: string }
  | { readonly kind: "nowhere" };

const WEB = /^https?:\/\//i;

/** Read a rationale's address. Only web addresses become links: anybody's proposal can name any address. */
export function rationaleSource({ hash, uri }: Rationale): RationaleSource {
  if (uri === "") return { kind: "nowhere" };
  const text = textIn(uri);
  if (text !== undefined) return { kind: keccakOfText(text) === hash ? "text" : "otherText", text };
  return { kind: WEB.test(uri) ? "link" : "words", uri };
}

function textIn(uri: string): string | undefined {
  if (!uri.startsWith(TEXT)) return undefined;
  try {
    return decodeURIComponent(uri.slice(TEXT.length));
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
