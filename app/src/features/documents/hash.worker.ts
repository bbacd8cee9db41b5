// SPDX-License-Identifier: Apache-2.0

import { createKeccak } from "hash-wasm";
import type { HashMessage } from "./hashMessages.ts";

/** Progress is told this often at most, so that a fast disk does not flood the page. */
const TELL_EVERY_MS = 100;

function tell(message: HashMessage): void {
  self.postMessage(message);
}

/** keccak256 of a file, piece by piece: a file of any size needs no more memory than one piece. */
async function hashFile(file: File): Promise<void> {
  const hasher = await createKeccak(256).catch(() => undefined);
  if (hasher === undefined) return tell({ kind: "failed", reason: "cannot-hash" });
  hasher.init();
  let bytesDone = 0;
  let toldAt = 0;
  const reader = file.stream().getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      hasher.update(piece.value);
      bytesDone += piece.value.length;
      if (performance.now() - toldAt < TELL_EVERY_MS) continue;
      toldAt = performance.now();
      tell({ kind: "progress", bytesDone });
    }
  } catch {
    // The file vanished, or another program holds it: the page says so.
    return tell({ kind: "failed", reason: "file-unreadable" });
  }
  tell({ kind: "done", hash: `0x${hasher.digest("hex")}` });
}

self.addEventListener("message", (event: MessageEvent<File>) => void hashFile(event.data));
