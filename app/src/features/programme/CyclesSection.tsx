// SPDX-License-Identifier: Apache-2.0

import { useInfiniteQuery } from "@tanstack/react-query";
import type { Currency } from "#sdk/money/index.ts";
import { cyclesQuery } from "../../shared/api/index.ts";
import { LedgerSection } from "../../shared/list/index.ts";
import { useLedgerTime } from "../../shared/live/index.ts";
import { Empty } from "../../shared/ui/index.ts";
import { words } from "../../shared/words/index.ts";
import { cycleColumns } from "./cycleColumns.tsx";

const text = words.cycles;

interface CyclesSectionProps {
  readonly address: string;
  readonly currency: Currency;
}

/** Cycles with their state, and how far each has come: list loaded, redeemed, settled. */
export function CyclesSection({ address, currency }: CyclesSectionProps) {
  const query = useInfiniteQuery(cyclesQuery(address));
  const now = useLedgerTime();
  return (
    <LedgerSection
      title={text.title}
      hint={text.hint}
      query={query}
      empty={<Empty title={text.empty}>{text.emptyHint}</Empty>}
      columns={cycleColumns(currency, now)}
      rowKey={({ id }) => String(id)}
      cardsBelow={77}
    />
  );
}
