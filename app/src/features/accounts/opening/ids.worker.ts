// SPDX-License-Identifier: Apache-2.0

import { createCommitter } from "#sdk/list/index.ts";
import type { IdsAnswer, IdsRequest } from "./idsMessages.ts";
import { readIds } from "./readIds.ts";

async function answer({ bytes, column, key, namespace }: IdsRequest): Promise<IdsAnswer> {
  const read = readIds(bytes, column);
  const commit = await createCommitter({ key, namespace });
  return { ...read, commitments: read.identifiers.map(commit) };
}

self.addEventListener("message", (event: MessageEvent<IdsRequest>) => {
  void answer(event.data).then((ids) => self.postMessage(ids));
});
