// SPDX-License-Identifier: Apache-2.0

import { Button, PasswordInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { config } from "../config/index.ts";
import { ErrorNote } from "../errors/index.ts";
import { Section } from "../ui/index.ts";
import classes from "./UnlockHouseholds.module.css";
import { useHouseholdKey } from "./useHouseholdKey.ts";
import { words } from "./words/index.ts";

interface UnlockHouseholdsProps {
  readonly title?: string;
  /** Why this page needs household ids, in one sentence. */
  readonly why?: string;
}

/** A card that asks for the office's passphrase where household ids are needed. It is nothing once they are unlocked. */
export function UnlockHouseholds({ title = words.title, why = words.why }: UnlockHouseholdsProps) {
  const { state, unlock } = useHouseholdKey();
  const [passphrase, setPassphrase] = useState("");
  const unlocking = useMutation({
    mutationFn: unlock,
    // Whether it was right or wrong, it does not stay in the page.
    onSettled: () => setPassphrase(""),
    gcTime: 0,
  });
  if (state === "open") return null;
  const { demonstration } = config();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (passphrase !== "") unlocking.mutate(passphrase);
  };
  return (
    <Section title={title} hint={why}>
      {() => (
        <>
          <form className={classes.form} onSubmit={submit}>
            <PasswordInput
              className={classes.field}
              label={words.passphrase}
              description={
                demonstration === undefined
                  ? words.staysHere
                  : words.ofDemonstration(demonstration.passphrase)
              }
              value={passphrase}
              autoComplete="off"
              spellCheck={false}
              required
              visibilityToggleButtonProps={{ "aria-label": words.show }}
              onChange={(event) => setPassphrase(event.currentTarget.value)}
            />
            <Button type="submit" loading={unlocking.isPending}>
              {words.unlock}
            </Button>
          </form>
          {unlocking.isError ? (
            <div className={classes.error}>
              <ErrorNote error={unlocking.error} />
            </div>
          ) : null}
        </>
      )}
    </Section>
  );
}
