// SPDX-License-Identifier: Apache-2.0

import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ErrorNote } from "../errors/index.ts";
import { LoadingRows } from "../list/index.ts";

interface LoadedProps<Data> {
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
}

/** What a question to the ledger is answered with; until then rows in grey, or why there is no answer. */
export function Loaded<Data>({ query, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  return query.isError ? (
    <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
  ) : (
    <LoadingRows />
  );
}
