// SPDX-License-Identifier: Apache-2.0

import { TextInput } from "@mantine/core";
import { useDeferredValue, useMemo, useState } from "react";
import type { Currency } from "#sdk/money/index.ts";
import { showCount } from "../../shared/format/index.ts";
import { type VirtualColumns, VirtualTable } from "../../shared/table/index.ts";
import { Amount, Empty, Section } from "../../shared/ui/index.ts";
import classes from "./approve.module.css";
import { type EntitlementRow, type ListColumns, rowAt } from "./check/columns.ts";
import { words } from "./words/index.ts";

const text = words.list;

/** The beginning of an account number, or nothing. */
const DIGITS = /^\d{0,10}$/;

interface ListSectionProps {
  readonly columns: ListColumns;
  readonly currency: Currency;
}

/** Every entitlement of the list, to be looked through and searched by account number. */
export function ListSection({ columns, currency }: ListSectionProps) {
  const [search, setSearch] = useState("");
  const digits = useDeferredValue(DIGITS.test(search) ? search : "");
  const rows = useMemo(
    () => Array.from({ length: columns.accounts.length }, (_, index) => rowAt(columns, index)),
    [columns],
  );
  const found = useMemo(
    () => (digits === "" ? rows : rows.filter(({ account }) => String(account).startsWith(digits))),
    [rows, digits],
  );
  const tableColumns = useMemo(() => columnsOf(currency), [currency]);
  return (
    <Section title={text.title} hint={text.hint}>
      {(headingId) => (
        <>
          <search className={classes.search}>
            <TextInput
              label={text.search}
              value={search}
              inputMode="numeric"
              autoComplete="off"
              error={DIGITS.test(search) ? undefined : text.searchHint}
              onChange={(event) => setSearch(event.currentTarget.value.trim())}
            />
            <p className={classes.soft} role="status">
              {text.found(showCount(found.length))}
            </p>
          </search>
          {found.length === 0 ? (
            <Empty icon="search" title={text.nothing}>
              {text.nothingHint}
            </Empty>
          ) : (
            <VirtualTable
              labelledBy={headingId}
              columns={tableColumns}
              rows={found}
              rowKey={({ account }) => String(account)}
            />
          )}
        </>
      )}
    </Section>
  );
}

function columnsOf(currency: Currency): VirtualColumns<EntitlementRow> {
  const { columns } = text;
  return [
    {
      key: "account",
      header: columns.account,
      cell: ({ account }) => String(account),
      sortBy: ({ account }) => account,
      width: 8,
    },
    { key: "area", header: columns.area, cell: ({ area }) => area || "–", sortBy: ({ area }) => area },
    { key: "group", header: columns.group, cell: ({ group }) => group || "–", sortBy: ({ group }) => group },
    {
      key: "householdSize",
      header: columns.householdSize,
      isFigure: true,
      cell: ({ householdSize }) => householdSize ?? "–",
      sortBy: ({ householdSize }) => householdSize,
      width: 10,
    },
    {
      key: "amount",
      header: columns.amount,
      isFigure: true,
      cell: ({ amount }) => <Amount value={amount} currency={currency} withCode />,
      sortBy: ({ amount }) => amount,
      width: 14,
    },
  ];
}
