// SPDX-License-Identifier: Apache-2.0

import { NativeSelect } from "@mantine/core";
import type { ReactNode } from "react";
import { MoneyField } from "../../../shared/form/index.ts";
import { Section } from "../../../shared/ui/index.ts";
import type { ImportDesk } from "../flow/useImport.ts";
import type { ColumnField, ColumnsChoice, Gets } from "../list/choice.ts";
import type { SampledColumn } from "../list/samples.ts";
import { words } from "../words/index.ts";
import { Choices } from "./Choices.tsx";
import { ColumnSelect } from "./ColumnSelect.tsx";
import classes from "./columns.module.css";

const text = words.columns;
const WAYS: readonly Gets[] = ["amount", "times", "flat"];
const MARKS: readonly ColumnsChoice["decimalMark"][] = ["auto", ".", ","];

interface ColumnsFormProps {
  readonly desk: ImportDesk;
  readonly columns: readonly SampledColumn[];
}

/** Which column is what. */
export function ColumnsForm({ desk, columns }: ColumnsFormProps) {
  const { choice } = desk.state;
  const change = (part: Partial<ColumnsChoice>) => desk.chooseColumns({ ...choice, ...part });
  const select = (field: ColumnField, isNeeded = false, hint?: string) => (
    <ColumnSelect
      key={field}
      label={text.fields[field]}
      columns={columns}
      value={choice[field]}
      isNeeded={isNeeded}
      hint={hint}
      onChange={(column) => change({ [field]: column })}
    />
  );
  return (
    <div className={classes.form}>
      <Group title={text.household}>{select("id", true)}</Group>
      <Group title={text.gets}>
        <Choices
          legend={text.gets}
          isLegendHidden
          name="gets"
          value={choice.gets}
          options={WAYS.map((value) => ({ value, label: text.getsWays[value] }))}
          onChange={(gets) => change({ gets })}
        />
        {choice.gets === "amount" ? (
          <div className={classes.row}>
            {select("amount", true)}
            <NativeSelect
              label={text.decimalMark}
              value={choice.decimalMark}
              data={MARKS.map((value) => ({ value, label: text.marks[value] }))}
              onChange={({ currentTarget }) =>
                change({ decimalMark: currentTarget.value as ColumnsChoice["decimalMark"] })
              }
            />
          </div>
        ) : (
          <div className={classes.row}>
            <MoneyField
              label={text.fields.value}
              currency={desk.money.currency}
              value={choice.value}
              hint={text.valueHint(desk.money.currency.code)}
              onChange={(value) => change({ value })}
            />
            {choice.gets === "times" ? select("times", true, text.timesHint) : null}
          </div>
        )}
      </Group>
      <Group title={text.about}>
        <div className={classes.row}>
          {(["area", "householdSize", "group"] as const).map((field) => select(field))}
        </div>
      </Group>
      <Group title={text.contacts} hint={text.contactsHint}>
        <div className={classes.row}>{(["phone", "name"] as const).map((field) => select(field))}</div>
      </Group>
    </div>
  );
}

function Group({
  title,
  hint,
  children,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}) {
  return (
    <Section title={title} hint={hint}>
      {() => <div className={classes.group}>{children}</div>}
    </Section>
  );
}
