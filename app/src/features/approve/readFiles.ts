// SPDX-License-Identifier: Apache-2.0

import { CONTROL_SHEET_FORMAT } from "#sdk/list/index.ts";

/** What an approver needs of a prepared list. */
export interface ListFiles {
  /** The nameless list as it was handed on. */
  readonly list: Uint8Array;
  /** Text of the control sheet; only used to know which earlier list it compares with. */
  readonly sheet: string | undefined;
}

export type RecognisedFile =
  | { readonly kind: "list"; readonly list: Uint8Array }
  | { readonly kind: "sheet"; readonly sheet: string }
  | { readonly kind: "other" };

const LIST_START = "account,amount,area,household_size,group\n";
const SHEET_START = `{"format":"${CONTROL_SHEET_FORMAT}"`;

/** Which of the two files this is, by its first bytes: names change on the way, contents do not. */
export function recognise(bytes: Uint8Array): RecognisedFile {
  const utf8 = new TextDecoder();
  const start = (length: number) => utf8.decode(bytes.subarray(0, length));
  if (start(LIST_START.length) === LIST_START) return { kind: "list", list: bytes };
  if (start(SHEET_START.length) === SHEET_START) return { kind: "sheet", sheet: utf8.decode(bytes) };
  return { kind: "other" };
}
