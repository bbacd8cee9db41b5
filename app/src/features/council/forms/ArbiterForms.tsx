// SPDX-License-Identifier: Apache-2.0

import { NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { type Arbiter, type ArbiterPanel, type CouncilAct, nameArbiterActs } from "#sdk/council/index.ts";
import { Loaded } from "../../../shared/desk/index.ts";
import { shorten } from "../../../shared/format/index.ts";
import classes from "../council.module.css";
import { useArbiters } from "../queries.ts";
import { words } from "../words/index.ts";
import { AddressField, addressIn, TextField } from "./fields.tsx";
import type { ActFormProps } from "./form.ts";

const text = words.forms;

/** Whom the council recommends as an arbiter to agencies and partners, who choose one in the terms that both sign. */
export function ArbiterForm({ ground, onChange }: ActFormProps) {
  const query = useArbiters(ground);
  return (
    <Loaded query={query}>
      {(panel) => <ArbiterFields ground={ground} panel={panel} onChange={onChange} />}
    </Loaded>
  );
}

interface ArbiterFieldsProps extends ActFormProps {
  readonly panel: ArbiterPanel;
}

interface Fields {
  readonly arbiter: string;
  /** Last day, as a date field gives it; empty: without end. */
  readonly until: string;
  /** What the list is called; asked for only while there is none. */
  readonly panel: string;
}

function ArbiterFields({ ground, panel, onChange }: ArbiterFieldsProps) {
  const [fields, setFields] = useState<Fields>({ arbiter: "", until: "", panel: text.panelName });
  const change = (part: Partial<Fields>) => {
    const next = { ...fields, ...part };
    setFields(next);
    onChange(...actsIn(ground, panel, next));
  };
  return (
    <>
      <AddressField
        label={words.facts.arbiter}
        hint={text.arbiterHint}
        value={fields.arbiter}
        onChange={(arbiter) => change({ arbiter })}
      />
      <TextInput
        type="date"
        label={words.facts.until}
        description={text.untilHint}
        value={fields.until}
        error={isFuture(fields.until, ground.council.time) ? undefined : text.notLater}
        onChange={({ currentTarget }) => change({ until: currentTarget.value })}
      />
      {panel.organisation === undefined ? (
        <TextField
          label={text.panel}
          hint={text.panelHint}
          value={fields.panel}
          onChange={(name) => change({ panel: name })}
        />
      ) : null}
    </>
  );
}

const LAST_SECOND = "T23:59:59Z";
const MS_A_SECOND = 1_000;

function secondOf(until: string): number {
  return Date.parse(until + LAST_SECOND) / MS_A_SECOND;
}

function isFuture(until: string, time: number): boolean {
  return until === "" || secondOf(until) > time;
}

/** What stands in the fields; nothing while they are not whole. */
function actsIn(
  { council, names }: ActFormProps["ground"],
  panel: ArbiterPanel,
  fields: Fields,
): CouncilAct[] {
  const arbiter = addressIn(fields.arbiter);
  const panelName = fields.panel.trim();
  if (arbiter === undefined || !isFuture(fields.until, council.time)) return [];
  if (panel.organisation === undefined && panelName === "") return [];
  const until = fields.until === "" ? undefined : secondOf(fields.until);
  return nameArbiterActs(council.address, panel, names.organisations.size, { arbiter, until, panelName });
}

/** The council recommends an arbiter no more. */
export function DismissArbiterForm({ ground, onChange }: ActFormProps) {
  const query = useArbiters(ground);
  return (
    <Loaded query={query}>
      {({ organisation, arbiters }) => {
        const serving = arbiters.filter(({ readyAt }) => readyAt === undefined);
        return organisation === undefined || serving.length === 0 ? (
          <p className={classes.soft}>{text.noArbiter}</p>
        ) : (
          <DismissFields organisation={organisation} arbiters={serving} onChange={onChange} />
        );
      }}
    </Loaded>
  );
}

interface DismissFieldsProps extends Pick<ActFormProps, "onChange"> {
  readonly organisation: number;
  readonly arbiters: readonly Arbiter[];
}

function DismissFields({ organisation, arbiters, onChange }: DismissFieldsProps) {
  const [chosen, setChosen] = useState("");
  return (
    <NativeSelect
      label={words.facts.arbiter}
      value={chosen}
      data={[
        { value: "", label: text.choose },
        ...arbiters.map(({ account }) => ({ value: account, label: shorten(account) })),
      ]}
      onChange={({ currentTarget: { value } }) => {
        setChosen(value);
        if (value === "") onChange();
        else onChange({ kind: "dismissArbiter", organisation, arbiter: value });
      }}
    />
  );
}
