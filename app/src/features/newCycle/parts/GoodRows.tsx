// SPDX-License-Identifier: Apache-2.0

import { useCallback, useMemo } from "react";
import type { Currency } from "#sdk/money/index.ts";
import { showCount } from "../../../shared/format/index.ts";
import type { VirtualColumns } from "../../../shared/table/index.ts";
import { Amount, Section } from "../../../shared/ui/index.ts";
import type { ImportDesk } from "../flow/useImport.ts";
import type { ColumnsChoice } from "../list/choice.ts";
import { words } from "../words/index.ts";
import type { GoodRow, Stretch } from "../worker/protocol.ts";
import classes from "./parts.module.css";
import { StretchTable } from "./StretchTable.tsx";
import { traitColumns } from "./traitColumns.ts";

const text = words.problems;

/** Every accepted row, as it was read. */
export function GoodRows({ desk, count }: { readonly desk: ImportDesk; readonly count: number }) {
  const { worker, state, money } = desk;
  const { result } = state;
  const columns = useMemo(() => goodColumns(money.currency, state.choice), [money, state.choice]);
  const load = useCallback(
    (stretch: Stretch) => (result ? worker.ask("goodRows", stretch) : Promise.resolve([])),
    [worker, result],
  );
  if (count === 0) return null;
  return (
    <Section title={text.goodTitle} hint={text.goodHint}>
      {(headingId) => (
        <StretchTable labelledBy={headingId} columns={columns} count={count} load={load} cardsBelow={54} />
      )}
    </Section>
  );
}

function goodColumns(currency: Currency, choice: ColumnsChoice): VirtualColumns<GoodRow> {
  return [
    { key: "row", header: text.goodColumns.row, width: 6, cell: ({ row }) => showCount(row) },
    {
      key: "id",
      header: text.goodColumns.id,
      width: 16,
      cell: ({ identifier }) => <span className={classes.mono}>{identifier}</span>,
    },
    {
      key: "amount",
      header: `${text.goodColumns.amount} (${currency.code})`,
      width: 12,
      isFigure: true,
      cell: ({ amount }) => <Amount value={amount} currency={currency} />,
    },
    ...traitColumns(choice),
  ];
}
