// SPDX-License-Identifier: Apache-2.0

import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { type ReceiptFilter, shopsQuery } from "../api/index.ts";
import { Icon } from "../ui/index.ts";
import { words } from "../words/index.ts";
import classes from "./receipts.module.css";

const text = words.receipts;
const DIGITS = /^\d{0,10}$/;

/** What is searched for; a field left empty is not there. */
export interface GivenReceiptFilter {
  readonly number?: number;
  readonly account?: number;
  readonly shop?: number;
}

interface ReceiptSearchFormProps {
  readonly address: string;
  readonly search: ReceiptFilter;
  readonly onSearch: (next: GivenReceiptFilter) => void;
}

/** Find receipts by their number, the household's account number or the shop, in any combination. */
export function ReceiptSearchForm({ address, search, onSearch }: ReceiptSearchFormProps) {
  const [number, setNumber] = useState(textOf(search.number));
  const [account, setAccount] = useState(textOf(search.account));
  // The search also changes from outside: a shop's link, the browser's way back.
  useEffect(() => {
    setNumber(textOf(search.number));
    setAccount(textOf(search.account));
  }, [search.number, search.account]);
  const isSearch = Object.keys(search).length > 0;
  const show = (next: ReceiptFilter) => onSearch(withoutEmpty(next));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (DIGITS.test(number) && DIGITS.test(account)) {
      show({ number: numberOf(number), account: numberOf(account), shop: search.shop });
    }
  };
  return (
    <search>
      <form className={classes.form} onSubmit={submit} aria-label={text.search}>
        <NumberField label={text.number} value={number} onChange={setNumber} />
        <NumberField label={text.account} value={account} onChange={setAccount} />
        <ShopField
          address={address}
          value={search.shop}
          onChange={(shop) => show({ number: numberOf(number), account: numberOf(account), shop })}
        />
        <Button type="submit" variant="filled" leftSection={<Icon name="search" size={16} />}>
          {text.find}
        </Button>
        {isSearch ? (
          <Button variant="default" onClick={() => show({})}>
            {text.clear}
          </Button>
        ) : null}
      </form>
    </search>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function NumberField({ label, value, onChange }: NumberFieldProps) {
  return (
    <TextInput
      className={classes.field}
      label={label}
      value={value}
      inputMode="numeric"
      autoComplete="off"
      error={DIGITS.test(value) ? undefined : text.wholeNumber}
      onChange={(event) => onChange(event.currentTarget.value.trim())}
    />
  );
}

interface ShopFieldProps {
  readonly address: string;
  readonly value: number | undefined;
  readonly onChange: (shop: number | undefined) => void;
}

function ShopField({ address, value, onChange }: ShopFieldProps) {
  const { data } = useInfiniteQuery(shopsQuery(address));
  const shops = (data?.pages ?? [])
    .flatMap(({ items }) => items)
    .map(({ id, code }) => ({ value: String(id), label: code }));
  // The shop of a shared address may stand on a page of the list that is not loaded yet.
  const isListed = value === undefined || shops.some((shop) => shop.value === String(value));
  const unlisted = isListed ? [] : [{ value: String(value), label: words.shops.numbered(value) }];
  return (
    <NativeSelect
      className={classes.field}
      label={text.shop}
      data={[{ value: "", label: text.allShops }, ...shops, ...unlisted]}
      value={textOf(value)}
      onChange={(event) => onChange(numberOf(event.currentTarget.value))}
    />
  );
}

/** A field left empty leaves no trace in the page's address. */
function withoutEmpty({ number, account, shop }: ReceiptFilter): GivenReceiptFilter {
  return {
    ...(number === undefined ? {} : { number }),
    ...(account === undefined ? {} : { account }),
    ...(shop === undefined ? {} : { shop }),
  };
}

function textOf(value: number | undefined): string {
  return value === undefined ? "" : String(value);
}

function numberOf(digits: string): number | undefined {
  return digits === "" || !DIGITS.test(digits) ? undefined : Number(digits);
}
