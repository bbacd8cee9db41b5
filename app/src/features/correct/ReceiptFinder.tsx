// SPDX-License-Identifier: Apache-2.0

import { Autocomplete, Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { useShopDetails } from "../../shared/desk/index.ts";
import { Section } from "../../shared/ui/index.ts";
import classes from "./correct.module.css";
import { words } from "./words/index.ts";

const ADDRESS = /^0x[0-9a-f]{40}$/i;
const NUMBER = /^[1-9]\d{0,9}$/;

interface ReceiptFinderProps {
  readonly programme: ProgrammeHandle;
  readonly initial: { readonly terminal?: string; readonly number?: number };
  readonly onFind: (place: { readonly terminal: string; readonly number: number }) => void;
}

/** Terminal and number name a receipt. The programme's terminals are offered with the code of their shop. */
export function ReceiptFinder({ programme, initial, onFind }: ReceiptFinderProps) {
  const { data: shops = [] } = useShopDetails(programme);
  const [terminal, setTerminal] = useState(initial.terminal ?? "");
  const [number, setNumber] = useState(initial.number === undefined ? "" : String(initial.number));
  const [isChecked, setIsChecked] = useState(false);
  const isTerminal = ADDRESS.test(terminal.trim());
  const isNumber = NUMBER.test(number.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (isTerminal && isNumber) onFind({ terminal: terminal.trim(), number: Number(number) });
  };
  const offered = shops.map(({ code, terminals }) => ({
    group: code,
    items: terminals.map((known) => known.terminal as string),
  }));
  return (
    <Section title={words.which}>
      {() => (
        <form className={classes.finder} onSubmit={submit}>
          <Autocomplete
            label={words.terminal}
            data={offered}
            value={terminal}
            onChange={setTerminal}
            autoComplete="off"
            spellCheck={false}
            error={isChecked && !isTerminal ? words.fields.terminal : undefined}
          />
          <TextInput
            label={words.number}
            value={number}
            inputMode="numeric"
            autoComplete="off"
            error={isChecked && !isNumber ? words.fields.number : undefined}
            onChange={({ currentTarget: { value } }) => setNumber(value)}
          />
          <Button type="submit" variant="default">
            {words.find}
          </Button>
        </form>
      )}
    </Section>
  );
}
