// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { Reconciliation, ResultRow } from "#sdk/reconcile/index.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import { countOf } from "../../shared/format/index.ts";
import { SignInHere, useOffice } from "../../shared/office/index.ts";
import { exceptionOf } from "./exceptionOf.ts";
import { words } from "./words/index.ts";

interface KeepExceptionsProps {
  readonly result: Reconciliation;
  /** Rows that somebody has to look at. */
  readonly rows: readonly ResultRow[];
}

/** Leaves the rows that were not cleared with the office, so that nobody forgets them. Needs no signature. */
export function KeepExceptions({ result, rows }: KeepExceptionsProps) {
  const { client, state } = useOffice();
  const keep = useMutation({
    mutationFn: async () => {
      for (const row of rows) await client.createException(exceptionOf(result.scope, row));
    },
  });
  if (rows.length === 0) return null;
  if (state === "signedOut") return <SignInHere why={words.keepNeedsOffice} />;
  if (state !== "signedIn") return null;
  const counted = countOf(rows.length, words.result.row);
  if (keep.isSuccess) return <p role="status">{words.kept(counted)}</p>;
  return (
    <>
      <Button variant="default" loading={keep.isPending} onClick={() => keep.mutate()}>
        {words.keep(counted)}
      </Button>
      {keep.isError ? <ErrorNote error={keep.error} /> : null}
    </>
  );
}
