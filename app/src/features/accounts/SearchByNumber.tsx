// SPDX-License-Identifier: Apache-2.0

import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { readCard } from "../../shared/cards/index.ts";
import classes from "./accounts.module.css";
import { words } from "./words/index.ts";

const text = words.search;
const DIGITS = /^\d{1,10}$/;
const MAX_ACCOUNT = 0xffff_ffff;

interface SearchByNumberProps {
  /** The number that is shown now. */
  readonly number: number | undefined;
  readonly onSearch: (account: number) => void;
}

/** Finds a household by its account number, or by the number or code of its card. */
export function SearchByNumber({ number, onSearch }: SearchByNumberProps) {
  const [written, setWritten] = useState(number === undefined ? "" : String(number));
  const [isWrong, setIsWrong] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const trimmed = written.trim();
    const account = DIGITS.test(trimmed) ? Number(trimmed) : readCard(trimmed)?.account;
    const isNumber = account !== undefined && account <= MAX_ACCOUNT;
    setIsWrong(!isNumber);
    if (isNumber) onSearch(account);
  };
  return (
    <form className={classes.searchForm} onSubmit={submit}>
      <TextInput
        className={classes.grow}
        label={text.number}
        description={text.numberHint}
        value={written}
        inputMode="numeric"
        autoComplete="off"
        error={isWrong ? text.notANumber : undefined}
        onChange={({ currentTarget }) => {
          setWritten(currentTarget.value);
          setIsWrong(false);
        }}
      />
      <Button type="submit" disabled={written.trim() === ""}>
        {text.find}
      </Button>
    </form>
  );
}
