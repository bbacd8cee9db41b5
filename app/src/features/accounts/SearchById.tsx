// SPDX-License-Identifier: Apache-2.0

import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ErrorNote } from "../../shared/errors/index.ts";
import { commitIdentifier } from "../../shared/households/index.ts";
import { useSuite } from "../../shared/ledger/index.ts";
import classes from "./accounts.module.css";
import { findHousehold } from "./ledger/findHousehold.ts";
import { words } from "./words/index.ts";

const text = words.search;

interface SearchByIdProps {
  /** Whether the office's key is missing, without which an id leads nowhere. */
  readonly isLocked: boolean;
  readonly onFound: (account: number) => void;
  readonly onNothing: () => void;
}

/** Finds a household by the office's own id. Only what stands for the id goes out. */
export function SearchById({ isLocked, onFound, onNothing }: SearchByIdProps) {
  const suite = useSuite();
  const [identifier, setIdentifier] = useState("");
  const search = useMutation({
    mutationFn: async (written: string) => findHousehold(suite, { commitment: commitIdentifier(written) }),
    onSuccess: (account) => (account === undefined ? onNothing() : onFound(account.number)),
    // The id is not kept when the search is over.
    gcTime: 0,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (identifier.trim() !== "" && !isLocked) search.mutate(identifier);
  };
  return (
    <form className={classes.searchForm} onSubmit={submit}>
      <TextInput
        className={classes.grow}
        label={text.id}
        description={text.idHint}
        value={identifier}
        disabled={isLocked}
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget }) => setIdentifier(currentTarget.value)}
      />
      <Button type="submit" disabled={isLocked || identifier.trim() === ""} loading={search.isPending}>
        {text.find}
      </Button>
      {search.isError ? (
        <div className={classes.formError}>
          <ErrorNote error={search.error} />
        </div>
      ) : null}
    </form>
  );
}
