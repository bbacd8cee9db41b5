// SPDX-License-Identifier: Apache-2.0

import { LANGUAGE } from "../../../shared/words/index.ts";

/** Hand a file to the browser's downloads. It is made here and goes nowhere else. */
export function download(name: string, content: Uint8Array<ArrayBuffer> | string, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken it by the next turn; without this the file would stay in memory.
  setTimeout(() => URL.revokeObjectURL(url));
}

/** What spreadsheets in the reader's language put between cells. */
export function separatorOfSpreadsheets(): "," | ";" {
  return LANGUAGE === "fr" ? ";" : ",";
}
