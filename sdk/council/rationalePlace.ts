// SPDX-License-Identifier: Apache-2.0

/** How the address of a text begins that stands in it itself. */
export const TEXT = "data:text/plain;charset=utf-8,";

/** What the address of a proposal's reasons says about them. */
export type RationalePlace =
  /** The text stands on the ledger. */
  | { readonly kind: "text"; readonly text: string }
  /** A page or file that can be opened; nothing says yet that it is what was hashed. */
  | { readonly kind: "link"; readonly uri: string }
  /** Something that a browser should not open. */
  | { readonly kind: "words"; readonly uri: string }
  | { readonly kind: "nowhere" };

const WEB = /^https?:\/\//i;

/** Read the address. Only web addresses become links: anybody's proposal can name any address. */
export function rationalePlace(uri: string): RationalePlace {
  if (uri === "") return { kind: "nowhere" };
  const text = textIn(uri);
  if (text !== undefined) return { kind: "text", text };
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
