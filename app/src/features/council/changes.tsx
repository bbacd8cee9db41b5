// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import type { Change, ChangeField, ChangeValue } from "#sdk/council/index.ts";
import { showCount } from "../../shared/format/index.ts";
import { HexValue } from "../../shared/ui/index.ts";
import { showDuration } from "./duration.ts";
import { accountName, type Names, organisationName } from "./names.ts";
import { words } from "./words/index.ts";

const text = words.values;

/** What a value is called, and whom it is about. */
export function fieldOf({ field, subject }: Change, names: Names): string {
  const name = words.changes[field];
  switch (subject?.kind) {
    case "organisation":
      return `${name}: ${organisationName(names, subject.id)}`;
    case "address":
      return `${name}: ${accountName(names, subject.address)}`;
    case "number":
      return `${name}: ${text.version(showCount(subject.value))}`;
    default:
      return name;
  }
}

/** A value in words; addresses and fingerprints can be copied. */
export function showValue(value: ChangeValue, field: ChangeField, names: Names): ReactNode {
  const what = text.theValue(words.changes[field]);
  switch (value.kind) {
    case "none":
      return text.none;
    case "text":
      return value.text;
    case "number":
      return showCount(value.value);
    case "duration":
      return showDuration(value.seconds);
    case "yesNo":
      return value.value ? text.yes : text.no;
    case "address":
      return <HexValue value={value.address} what={what} />;
    case "hash":
      return <HexValue value={value.hash} what={what} />;
    case "organisation":
      return organisationName(names, value.id);
    case "organisationKind":
      return words.kinds[value.name as keyof typeof words.kinds] ?? value.name;
    case "code":
      return (
        <>
          <HexValue value={value.address} what={what} />{" "}
          {value.bytes === 0 ? text.noCode : text.code(showCount(value.bytes))}{" "}
          <HexValue value={value.hash} what={what} />
        </>
      );
  }
}
