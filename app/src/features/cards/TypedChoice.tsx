// SPDX-License-Identifier: Apache-2.0

import { Button, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { HouseholdError } from "#sdk/households/index.ts";
import type { AccountNumber, Commitment } from "#sdk/list/index.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import { commitIdentifier, UnlockHouseholds, useHouseholdKey } from "../../shared/households/index.ts";
import { useSuite } from "../../shared/ledger/index.ts";
import classes from "./cards.module.css";
import { accountsByCommitment, accountsByNumber } from "./households.ts";
import { words } from "./words/index.ts";

const text = words.choose;

const ROWS = 6;

interface TypedChoiceProps {
  /** Account numbers; otherwise the office's own household ids, for which its key is needed. */
  readonly isByNumber: boolean;
  /** Where the officer comes from a household's page. */
  readonly account: number | undefined;
  readonly onChosen: (accounts: readonly AccountNumber[]) => void;
}

/** Households one a line. Lines that lead nowhere are named by their place, since an id is quoted nowhere. */
export function TypedChoice({ isByNumber, account, onChosen }: TypedChoiceProps) {
  const suite = useSuite();
  const { state } = useHouseholdKey();
  const [typed, setTyped] = useState(isByNumber && account !== undefined ? String(account) : "");
  const looking = useMutation({
    mutationFn: async (all: string) => {
      const lines = all.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
      return isByNumber
        ? await accountsByNumber(suite, lines)
        : await accountsByCommitment(suite, lines.map(commitmentIn));
    },
    onSuccess: ({ accounts }) => {
      if (accounts.length > 0) onChosen(accounts);
    },
    // Ids leave the memory with the field.
    gcTime: 0,
  });
  if (!isByNumber && state === "locked") return <UnlockHouseholds why={text.why} />;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (typed.trim() !== "") looking.mutate(typed);
  };
  const unknown = looking.data?.unknown ?? [];
  return (
    <form className={classes.padded0} onSubmit={submit}>
      <Textarea
        className={classes.typed}
        label={isByNumber ? text.numbers : text.ids}
        description={isByNumber ? text.numbersHint : text.idsHint}
        rows={ROWS}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        error={unknown.length > 0 ? text.unknown(unknown.join(", "), unknown.length) : undefined}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <div className={classes.actions}>
        <Button type="submit" variant="default" disabled={typed.trim() === ""} loading={looking.isPending}>
          {text.look}
        </Button>
      </div>
      {looking.isError ? <ErrorNote error={looking.error} /> : null}
    </form>
  );
}

/** Undefined for what is no id (HOUSE-401 to HOUSE-404): it is told with the other lines that lead nowhere. */
function commitmentIn(line: string): Commitment | undefined {
  try {
    return commitIdentifier(line);
  } catch (error) {
    if (error instanceof HouseholdError && error.code.startsWith("HOUSE-4")) return undefined;
    throw error;
  }
}
