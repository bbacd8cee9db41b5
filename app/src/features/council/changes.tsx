// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import type { Change, ChangeValue } from "#sdk/council/index.ts";
import { accountName, contractName, organisationName, unitsText } from "../../shared/council/index.ts";
import type { Names } from "../../shared/councilRoom/index.ts";
import { showCount, showDuration } from "../../shared/format/index.ts";
import { HexValue } from "../../shared/ui/index.ts";
import { labelOf } from "../../shared/words/index.ts";
import classes from "./council.module.css";
import { words } from "./words/index.ts";

const text = words.values;

/** What a value is called, and whom it is about. */
export function fieldOf({ field, subject }: Change, names: Names): string {
  const name = words.changes[field];
  switch (subject?.kind) {
    case "organisation":
      return `${name}: ${organisationName(names, subject.id)}`;
    case "address":
      return `${name}: ${subjectName(names, subject.address)}`;
    case "number":
      return `${name}: ${text.version(showCount(subject.value))}`;
    default:
      return name;
  }
}

/** A member, a programme or an agreement by name; anybody else by address. */
function subjectName(names: Names, address: string): string {
  const isMember = names.members.has(address.toLowerCase());
  return isMember ? accountName(names, address) : contractName(names, address);
}

/** A value in words; addresses and fingerprints can be copied. */
export function showValue(value: ChangeValue, { field, subject }: Change, names: Names): ReactNode {
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
    case "units":
      return unitsText(names, subject?.kind === "address" ? subject.address : "", BigInt(value.units));
    case "milestoneState":
      return labelOf(words.milestoneStates, value.name);
    case "organisationKind":
      return labelOf(words.kinds, value.name);
    case "code":
      return (
        <span className={classes.code}>
          <HexValue value={value.address} what={what} />
          <span>{value.bytes === 0 ? text.noCode : text.code(showCount(value.bytes))}</span>
          <HexValue value={value.hash} what={what} />
        </span>
      );
  }
}
