// SPDX-License-Identifier: Apache-2.0

import { useEffect, useRef, useState } from "react";
import { type AppError, appError } from "../../shared/errors/index.ts";
import type { HashMessage } from "./hashMessages.ts";

export type FileHash =
  | { readonly kind: "idle" }
  | { readonly kind: "hashing"; readonly file: File; readonly bytesDone: number }
  | { readonly kind: "done"; readonly file: File; readonly hash: string }
  | { readonly kind: "failed"; readonly file: File; readonly error: AppError };

interface FileHasher {
  readonly state: FileHash;
  readonly start: (file: File) => void;
  /** Also forgets a file that is done. */
  readonly reset: () => void;
}

/** Hashes a file in a worker, so that the page stays alive beside a file of any size. A new file replaces the one before. */
export function useFileHash(onDone: (hash: string) => void): FileHasher {
  const [state, setState] = useState<FileHash>({ kind: "idle" });
  const worker = useRef<Worker>(undefined);
  const stop = () => worker.current?.terminate();
  useEffect(() => () => worker.current?.terminate(), []);

  const start = (file: File) => {
    stop();
    const own = new Worker(new URL("./hash.worker.ts", import.meta.url), { type: "module" });
    worker.current = own;
    setState({ kind: "hashing", file, bytesDone: 0 });
    own.addEventListener("message", ({ data }: MessageEvent<HashMessage>) => {
      setState(stateAfter(data, file));
      if (data.kind !== "progress") own.terminate();
      if (data.kind === "done") onDone(data.hash);
    });
    own.addEventListener("error", (cause) =>
      setState({ kind: "failed", file, error: appError("cannot-hash", { cause }) }),
    );
    own.postMessage(file);
  };
  const reset = () => {
    stop();
    setState({ kind: "idle" });
  };
  return { state, start, reset };
}

function stateAfter(message: HashMessage, file: File): FileHash {
  if (message.kind === "progress") return { kind: "hashing", file, bytesDone: message.bytesDone };
  if (message.kind === "done") return { kind: "done", file, hash: message.hash };
  return { kind: "failed", file, error: appError(message.reason) };
}
