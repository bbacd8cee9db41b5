// SPDX-License-Identifier: Apache-2.0

import type { ComponentProps, ReactNode } from "react";
import { DataTable, Section } from "../ui/index.ts";
import { LedgerList } from "./LedgerList.tsx";

type LedgerTableProps<Row> = Omit<ComponentProps<typeof DataTable<Row>>, "rows"> &
  Omit<ComponentProps<typeof LedgerList<Row>>, "children">;

/** A table that is read page by page, in whichever of its states it is. */
export function LedgerTable<Row>({ query, empty, moreLabel, ...table }: LedgerTableProps<Row>) {
  return (
    <LedgerList query={query} empty={empty} {...(moreLabel === undefined ? {} : { moreLabel })}>
      {(rows) => <DataTable {...table} rows={rows} />}
    </LedgerList>
  );
}

interface LedgerSectionProps<Row> extends Omit<LedgerTableProps<Row>, "labelledBy"> {
  readonly title: string;
  readonly hint?: ReactNode;
}

/** A titled panel with nothing but such a table. */
export function LedgerSection<Row>({ title, hint, ...table }: LedgerSectionProps<Row>) {
  return (
    <Section title={title} hint={hint}>
      {(headingId) => <LedgerTable {...table} labelledBy={headingId} />}
    </Section>
  );
}
