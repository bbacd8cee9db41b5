// SPDX-License-Identifier: Apache-2.0

import { Button, TextInput } from "@mantine/core";
import { type FormEvent, lazy, Suspense, useState } from "react";
import { type Card, readCard } from "../../shared/cards/index.ts";
import { StepPanel } from "./StepPanel.tsx";
import classes from "./terminal.module.css";
import { words } from "./words/index.ts";

const text = words.card;

// Most shops have a hand scanner or type: the camera's code is loaded by those who use it.
const Scanner = lazy(async () => ({ default: (await import("./Scanner.tsx")).Scanner }));

/** The household's card: typed, read by a scanner that acts as a keyboard, or held before the camera. */
export function CardStep({ onCard }: { readonly onCard: (card: Card) => void }) {
  const [typed, setTyped] = useState("");
  const [isUnreadable, setIsUnreadable] = useState(false);
  const [isScanning, setIsScanning] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const card = readCard(typed);
    setIsUnreadable(card === undefined);
    if (card !== undefined) onCard(card);
  };
  return (
    <StepPanel title={words.step.card} hasField>
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          size="lg"
          label={text.label}
          description={text.hint}
          value={typed}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="next"
          data-autofocus
          ref={takeFocus}
          error={isUnreadable ? text.unreadable : undefined}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setIsUnreadable(false);
          }}
        />
        <div className={classes.buttons}>
          <Button type="submit" size="lg">
            {text.next}
          </Button>
          <Button size="lg" variant="default" onClick={() => setIsScanning(!isScanning)}>
            {isScanning ? text.stopScan : text.scan}
          </Button>
        </div>
      </form>
      {isScanning ? (
        <Suspense>
          <Scanner onCard={onCard} />
        </Suspense>
      ) : null}
    </StepPanel>
  );
}

/** A hand scanner types wherever the focus is. */
function takeFocus(field: HTMLInputElement | null): void {
  field?.focus({ preventScroll: true });
}
