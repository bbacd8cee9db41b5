// SPDX-License-Identifier: Apache-2.0

import { useEffect, useRef, useState } from "react";
import { findAccounts, type ProgrammeHandle, readBooks } from "#sdk/agency/index.ts";
import type { ResolveIds } from "#sdk/formats/receiptsCsvRows.ts";
import { normaliseIdentifier } from "#sdk/list/index.ts";
import { type HouseholdKey, useHouseholdKey } from "../../shared/households/index.ts";
import { useSuite } from "../../shared/ledger/index.ts";
import { type Comparison, compareStatement } from "./compare.ts";
import type { ReadingOptions } from "./messages.ts";

/** A statement to compare: the file, how it is written, whose it is. */
export interface StatementToCompare {
  readonly file: File;
  readonly shop: number;
  readonly cycle: number;
  readonly options: Omit<ReadingOptions, "currency">;
}

export type ComparisonState =
  | { readonly kind: "none" }
  | { readonly kind: "comparing" }
  | { readonly kind: "failed"; readonly error: unknown }
  | Comparison;

/** One comparison at a time; a later one replaces an earlier one, also while that is still running. */
export function useComparison(programme: ProgrammeHandle) {
  const suite = useSuite();
  const { key } = useHouseholdKey();
  const [state, setState] = useState<ComparisonState>({ kind: "none" });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  async function start({ file, shop, cycle, options }: StatementToCompare): Promise<void> {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    setState({ kind: "comparing" });
    const result = await compareStatement({
      file,
      options: { ...options, currency: programme.currency },
      resolveIds: key === undefined ? undefined : resolverOf(key, suite),
      readBooks: (statement) => readBooks({ suite, programme, shop, cycle }, statement),
      signal: own.signal,
    }).catch((error: unknown): ComparisonState => ({ kind: "failed", error }));
    if (!own.signal.aborted) setState(result);
  }

  return {
    state,
    start: (statement: StatementToCompare) => void start(statement),
    reset: () => {
      running.current?.abort();
      setState({ kind: "none" });
    },
  };
}

/** Accounts of written ids, by the household key of this page; the ledger is asked for commitments only. */
function resolverOf({ commit }: HouseholdKey, suite: ReturnType<typeof useSuite>): ResolveIds {
  return async (written) => {
    const readings = written.flatMap((text) => {
      const reading = normaliseIdentifier(text);
      return "identifier" in reading ? [{ text, commitment: commit(reading.identifier) }] : [];
    });
    const { open } = await findAccounts(
      suite,
      readings.map(({ commitment }) => commitment),
    );
    return new Map(
      readings.flatMap(({ text, commitment }) => {
        const account = open.get(commitment);
        return account === undefined ? [] : [[text, account] as const];
      }),
    );
  };
}
