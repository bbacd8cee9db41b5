// SPDX-License-Identifier: Apache-2.0

import { useMutation } from "@tanstack/react-query";
import { appError } from "../../../shared/errors/index.ts";
import type { HouseholdKey } from "../../../shared/households/index.ts";
import type { IdsAnswer, IdsRequest } from "./idsMessages.ts";

interface IdsFile {
  readonly file: File;
  readonly column?: string;
}

/** Reads and commits the household ids of a file in a worker of its own. */
export function useIdsFile(key: HouseholdKey) {
  return useMutation({
    mutationFn: async ({ file, column }: IdsFile) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { consortiumKey, namespace } = key;
      return await askWorker({ bytes, column, key: consortiumKey, namespace });
    },
    // Ids do not outlive the page's need of them.
    gcTime: 0,
  });
}

/** The worker ends with its answer, and its memory with it. @throws AppError APP-301 when it breaks off. */
async function askWorker(request: IdsRequest): Promise<IdsAnswer> {
  const worker = new Worker(new URL("./ids.worker.ts", import.meta.url), { type: "module" });
  try {
    return await new Promise<IdsAnswer>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<IdsAnswer>) => resolve(data);
      worker.onerror = (cause) => reject(appError("file-unreadable", { cause }));
      worker.postMessage(request, [request.bytes.buffer]);
    });
  } finally {
    worker.terminate();
  }
}
