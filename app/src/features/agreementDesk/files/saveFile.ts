// SPDX-License-Identifier: Apache-2.0

/** A download that was begun keeps its content for so long. */
const KEEP_MS = 60_000;

/** Hand the reader a file as it is, always as a download: what is in it is never opened on this page. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
