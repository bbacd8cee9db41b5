// SPDX-License-Identifier: Apache-2.0

import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { type Card, cardNumber } from "../../shared/cards/index.ts";
import { config } from "../../shared/config/index.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import { StepPanel } from "./StepPanel.tsx";
import classes from "./terminal.module.css";
import { words } from "./words/index.ts";

const text = words.pin;

const PIN = /^\d{4,8}$/;

interface PinStepProps {
  readonly card: Card;
  /** Resolves when card and PIN belong together. @throws OfficeError */
  readonly onPin: (pin: string) => Promise<void>;
  readonly onBack: () => void;
}

/** The household types its PIN, which leaves this page's memory as soon as it is checked. */
export function PinStep({ card, onPin, onBack }: PinStepProps) {
  const [pin, setPin] = useState("");
  const [isWrongLength, setIsWrongLength] = useState(false);
  const { demonstration } = config();
  const field = useRef<HTMLInputElement>(null);
  const checking = useMutation({
    mutationFn: onPin,
    networkMode: "always",
    onSettled: () => setPin(""),
    onError: () => field.current?.focus(),
    gcTime: 0,
  });
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setIsWrongLength(!PIN.test(pin));
    if (PIN.test(pin) && !checking.isPending) checking.mutate(pin);
  };
  return (
    <StepPanel title={words.step.pin} hasField>
      <p className={classes.soft}>{words.card.ofCard(cardNumber(card))}</p>
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          ref={field}
          size="xl"
          type="password"
          inputMode="numeric"
          label={text.label}
          description={demonstration === undefined ? text.hint : text.ofDemonstration(demonstration.pin)}
          value={pin}
          maxLength={8}
          autoComplete="off"
          enterKeyHint="next"
          classNames={{ input: classes.pin }}
          error={isWrongLength ? text.wrongLength : undefined}
          onChange={(event) => {
            setPin(event.currentTarget.value.replace(/\D/g, ""));
            setIsWrongLength(false);
          }}
        />
        <div className={classes.buttons}>
          <Button type="submit" size="lg" loading={checking.isPending}>
            {text.check}
          </Button>
          <Button size="lg" variant="default" onClick={onBack}>
            {text.back}
          </Button>
        </div>
      </form>
      {checking.isError ? <ErrorNote error={checking.error} /> : null}
    </StepPanel>
  );
}
