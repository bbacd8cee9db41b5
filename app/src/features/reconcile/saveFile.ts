// SPDX-License-Identifier: Apache-2.0

/** A download that was begun keeps its content for so long. */
const KEEP_MS = 60_000;

/** Hand the reader a file that was made on this page. */
export function saveFile(name: string, content: string | Uint8Array<ArrayBuffer>, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
