// SPDX-License-Identifier: Apache-2.0

import { Checkbox } from "@mantine/core";
import { useState } from "react";
import { afterChange, type Council, nameHashOf, type Reconfigure } from "#sdk/council/index.ts";
import { accountName } from "../../../shared/council/index.ts";
import { keepName } from "../../../shared/councilRoom/index.ts";
import classes from "../council.module.css";
import { words } from "../words/index.ts";
import { Afterwards } from "./Afterwards.tsx";
import {
  AddressField,
  addressIn,
  CountField,
  countIn,
  DaysField,
  daysOf,
  secondsIn,
  TextField,
} from "./fields.tsx";
import type { ActFormProps } from "./form.ts";

const text = words.forms;

interface Fields {
  readonly removed: readonly string[];
  readonly name: string;
  readonly account: string;
  readonly quorum: string;
  readonly upgradeQuorum: string;
  readonly delay: string;
  readonly upgradeDelay: string;
  readonly gracePeriod: string;
}

/** Members and rules change together, in one call: so that no moment exists in which they do not fit. */
export function CouncilForm({ ground: { council, names }, onChange }: ActFormProps) {
  const [fields, setFields] = useState(() => fieldsOf(council));
  const change = (part: Partial<Fields>) => {
    const next = { ...fields, ...part };
    setFields(next);
    const act = actIn(next);
    onChange(act !== undefined && afterChange(council, act).fault === undefined ? act : undefined);
  };
  const act = actIn(fields);
  const set = (name: keyof Omit<Fields, "removed">) => (value: string) => change({ [name]: value });
  return (
    <>
      <fieldset className={classes.fieldset}>
        <legend>{text.leaves}</legend>
        {council.members.map(({ account }) => (
          <Checkbox
            key={account}
            label={accountName(names, account)}
            checked={fields.removed.includes(account)}
            onChange={({ currentTarget }) =>
              change({
                removed: currentTarget.checked
                  ? [...fields.removed, account]
                  : fields.removed.filter((other) => other !== account),
              })
            }
          />
        ))}
      </fieldset>
      <TextField
        label={text.newMember}
        hint={text.newMemberHint}
        value={fields.name}
        onChange={set("name")}
      />
      <AddressField
        label={text.newAccount}
        hint={text.newAccountHint}
        value={fields.account}
        onChange={set("account")}
      />
      <CountField label={words.facts.quorum} value={fields.quorum} onChange={set("quorum")} />
      <CountField
        label={words.facts.upgradeQuorum}
        hint={text.upgradeQuorumHint}
        value={fields.upgradeQuorum}
        onChange={set("upgradeQuorum")}
      />
      <DaysField
        label={text.days(words.facts.delay)}
        hint={text.delayHint}
        value={fields.delay}
        onChange={set("delay")}
      />
      <DaysField
        label={text.days(words.facts.upgradeDelay)}
        hint={text.upgradeDelayHint}
        value={fields.upgradeDelay}
        onChange={set("upgradeDelay")}
      />
      <DaysField
        label={text.days(words.facts.gracePeriod)}
        hint={text.gracePeriodHint}
        value={fields.gracePeriod}
        onChange={set("gracePeriod")}
      />
      {act === undefined ? null : <Afterwards council={council} act={act} />}
    </>
  );
}

function fieldsOf({ settings }: Council): Fields {
  return {
    removed: [],
    name: "",
    account: "",
    quorum: String(settings.quorum),
    upgradeQuorum: String(settings.upgradeQuorum),
    delay: daysOf(settings.delay),
    upgradeDelay: daysOf(settings.upgradeDelay),
    gracePeriod: daysOf(settings.gracePeriod),
  };
}

function actIn(fields: Fields): Reconfigure | undefined {
  const settings = {
    quorum: countIn(fields.quorum),
    upgradeQuorum: countIn(fields.upgradeQuorum),
    delay: secondsIn(fields.delay),
    upgradeDelay: secondsIn(fields.upgradeDelay),
    gracePeriod: secondsIn(fields.gracePeriod),
  };
  const added = addedIn(fields);
  if (added === undefined || !isWhole(settings)) return undefined;
  return { kind: "reconfigure", added, removed: fields.removed, settings };
}

type Parts<T> = { readonly [Key in keyof T]: T[Key] | undefined };
type Settings = Reconfigure["settings"];

function isWhole(settings: Parts<Settings>): settings is Settings {
  return Object.values(settings).every((value) => value !== undefined);
}

/** Nobody, or one new member; undefined while only one half of a member is given. */
function addedIn({ name, account }: Fields): readonly { account: string; nameHash: string }[] | undefined {
  if (name.trim() === "" && account === "") return [];
  const address = addressIn(account);
  if (name.trim() === "" || address === undefined) return undefined;
  // Whoever proposes a member knows the name; the ledger will only keep its fingerprint.
  keepName(name.trim());
  return [{ account: address, nameHash: nameHashOf(name.trim()) }];
}
