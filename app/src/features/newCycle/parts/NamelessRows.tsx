// SPDX-License-Identifier: Apache-2.0

import { useCallback, useMemo } from "react";
import type { NamelessEntry } from "#sdk/list/index.ts";
import type { Currency } from "#sdk/money/index.ts";
import type { VirtualColumns } from "../../../shared/table/index.ts";
import { Amount, Section } from "../../../shared/ui/index.ts";
import type { ImportDesk } from "../flow/useImport.ts";
import type { ColumnsChoice } from "../list/choice.ts";
import { words } from "../words/index.ts";
import type { Stretch } from "../worker/protocol.ts";
import { StretchTable } from "./StretchTable.tsx";
import { traitColumns } from "./traitColumns.ts";

const text = words.check;

/** The list as approvers and the ledger get it. */
export function NamelessRows({ desk, count }: { readonly desk: ImportDesk; readonly count: number }) {
  const { worker, money, state } = desk;
  const { accounts } = state;
  const columns = useMemo(() => namelessColumns(money.currency, state.choice), [money, state.choice]);
  const load = useCallback(
    // The accounts stand for the list: with other accounts it has other rows.
    (stretch: Stretch) => (accounts ? worker.ask("entries", stretch) : Promise.resolve([])),
    [worker, accounts],
  );
  return (
    <Section title={text.list} hint={text.listHint}>
      {(headingId) => <StretchTable labelledBy={headingId} columns={columns} count={count} load={load} />}
    </Section>
  );
}

function namelessColumns(currency: Currency, choice: ColumnsChoice): VirtualColumns<NamelessEntry> {
  return [
    {
      key: "account",
      header: text.listColumns.account,
      width: 9,
      cell: ({ account }) => String(account),
    },
    {
      key: "amount",
      header: `${text.listColumns.amount} (${currency.code})`,
      width: 12,
      isFigure: true,
      cell: ({ amount }) => <Amount value={amount} currency={currency} />,
    },
    ...traitColumns(choice),
  ];
}
