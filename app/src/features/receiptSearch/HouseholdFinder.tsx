// SPDX-License-Identifier: Apache-2.0

import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { findAccounts } from "#sdk/agency/index.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import { commitIdentifier, UnlockHouseholds, useHouseholdKey } from "../../shared/households/index.ts";
import { useSuite } from "../../shared/ledger/index.ts";
import classes from "./receiptSearch.module.css";
import { words } from "./words/index.ts";

/** From the office's household id to the account number. Only a commitment leaves this page, and only towards the ledger. */
export function HouseholdFinder({ onFound }: { readonly onFound: (account: number) => void }) {
  const [id, setId] = useState("");
  const { state } = useHouseholdKey();
  const suite = useSuite();
  const search = useMutation({
    mutationFn: async () => {
      const commitment = commitIdentifier(id);
      const { open } = await findAccounts(suite, [commitment]);
      return open.get(commitment) ?? null;
    },
    onSuccess: (account) => {
      if (account !== null) onFound(account);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    search.mutate();
  };
  return (
    <details className={classes.finder}>
      <summary>{words.byHousehold}</summary>
      {state === "locked" ? (
        <UnlockHouseholds />
      ) : (
        <form className={classes.form} onSubmit={submit}>
          <TextInput
            label={words.byHousehold}
            description={words.byHouseholdHint}
            value={id}
            autoComplete="off"
            spellCheck={false}
            onChange={({ currentTarget }) => setId(currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={search.isPending}>
            {words.find}
          </Button>
        </form>
      )}
      <p role="status">{resultText(search.data)}</p>
      {search.isError ? <ErrorNote error={search.error} /> : null}
    </details>
  );
}

function resultText(account: number | null | undefined): string {
  if (account === undefined) return "";
  return account === null ? words.noAccount : words.foundAccount(account);
}
