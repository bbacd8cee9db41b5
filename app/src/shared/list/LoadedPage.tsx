// SPDX-License-Identifier: Apache-2.0

import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useDeferredValue } from "react";
import { ErrorNote } from "../errors/index.ts";
import { Page } from "../layout/index.ts";
import { Section } from "../ui/index.ts";
import { LoadingRows } from "./LoadingRows.tsx";

interface LoadedPageProps<Data> {
  readonly query: UseQueryResult<Data>;
  /** Of the page until it knows the name of what it is about. */
  readonly title: string;
  readonly above: ReactNode;
  /** Title of the first section, which holds the place. */
  readonly section: string;
  readonly children: (data: Data) => ReactNode;
}

/** The page of one thing: the thing, or why it is not there yet. */
export function LoadedPage<Data>({ query, title, above, section, children }: LoadedPageProps<Data>) {
  // Drawn piece by piece, so that a slow telephone can react meanwhile.
  const data = useDeferredValue(query.data);
  if (data !== undefined) return children(data);
  return (
    <Page title={title} above={above}>
      {query.isError ? (
        <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Section title={section}>{() => <LoadingRows />}</Section>
      )}
    </Page>
  );
}
