// SPDX-License-Identifier: Apache-2.0

import { useCallback, useEffect, useMemo, useState } from "react";
import { type LateRow, type LoadRows, RowStore } from "./RowStore.ts";

interface LateRows<Row> {
  readonly rows: readonly LateRow<Row>[];
  /** Say that a row came into view. */
  readonly want: (index: number) => void;
  readonly error: unknown;
}

/** The rows of a list in the worker. Both `count` and a stable `load` say which list: with another one everything is fetched anew. */
export function useLateRows<Row>(count: number, load: LoadRows<Row>): LateRows<Row> {
  const store = useMemo(() => new RowStore(count, load), [count, load]);
  const [shown, setShown] = useState({ store, rows: store.rows });
  const [error, setError] = useState<unknown>();
  const isCurrent = shown.store === store;
  const want = useCallback(
    (index: number) => {
      store.fetch(index)?.then(() => setShown({ store, rows: store.rows }), setError);
    },
    [store],
  );
  useEffect(() => {
    if (count > 0) want(0);
  }, [count, want]);
  return { rows: isCurrent ? shown.rows : store.rows, want, error };
}
