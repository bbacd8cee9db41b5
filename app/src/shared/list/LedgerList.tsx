// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { type ComponentProps, type ReactNode, useDeferredValue } from "react";
import { ErrorNote, toAppError } from "../errors/index.ts";
import { words } from "../words/index.ts";
import classes from "./LedgerList.module.css";
import { LoadingRows } from "./LoadingRows.tsx";

interface LedgerListProps<Item> {
  readonly query: UseInfiniteQueryResult<InfiniteData<{ readonly items: readonly Item[] }>>;
  /** Shown when the list has nothing in it. */
  readonly empty: ReactNode;
  readonly moreLabel?: string;
  readonly children: (items: readonly Item[]) => ReactNode;
}

/** The five states of a list that is read page by page: loading, failed, empty, there, and there with more to come. */
export function LedgerList<Item>({
  query,
  empty,
  moreLabel = words.showMore,
  children,
}: LedgerListProps<Item>) {
  // Long lists are drawn piece by piece, so that a slow telephone can react meanwhile.
  const data = useDeferredValue(query.data);
  const retry = () => void query.refetch();
  if (data === undefined) {
    return query.isError ? <OwnError error={query.error} onRetry={retry} /> : <LoadingRows />;
  }
  const items = data.pages.flatMap((page) => page.items);
  return (
    <>
      {items.length === 0 ? empty : children(items)}
      {isOwnFault(query.error) ? <OwnError error={query.error} onRetry={retry} /> : null}
      {query.hasNextPage ? (
        <div className={classes.more}>
          <Button
            variant="default"
            size="xs"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {moreLabel}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function OwnError(props: ComponentProps<typeof ErrorNote>) {
  return (
    <div className={classes.note}>
      <ErrorNote {...props} />
    </div>
  );
}

/** A server that does not answer at all is reported once, for the whole page, by the stale banner. */
function isOwnFault(error: Error | null): boolean {
  return error !== null && toAppError(error).status !== undefined;
}
