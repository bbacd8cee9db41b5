// SPDX-License-Identifier: Apache-2.0

import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { afterChange, type Council, newKeyAct, type Reconfigure, seatOf } from "#sdk/council/index.ts";
import { accountName } from "../../../shared/council/index.ts";
import { words } from "../words/index.ts";
import { Afterwards } from "./Afterwards.tsx";
import { AddressField, addressIn } from "./fields.tsx";
import type { ActFormProps } from "./form.ts";

const text = words.forms;

/** A member whose key is lost, stolen or moved to a shared wallet goes on under a new one; name and rules stay. */
export function MemberKeyForm({ ground: { council, names }, onChange }: ActFormProps) {
  const [fields, setFields] = useState({ member: "", account: "" });
  const change = (part: Partial<typeof fields>) => {
    const next = { ...fields, ...part };
    setFields(next);
    const act = actIn(council, next);
    onChange(act !== undefined && afterChange(council, act).fault === undefined ? act : undefined);
  };
  const act = actIn(council, fields);
  return (
    <>
      <NativeSelect
        label={text.memberOfSeat}
        value={fields.member}
        data={[
          { value: "", label: text.choose },
          ...council.members.map(({ account }) => ({ value: account, label: accountName(names, account) })),
        ]}
        onChange={({ currentTarget }) => change({ member: currentTarget.value })}
      />
      <AddressField
        label={text.newKey}
        hint={text.newKeyHint}
        value={fields.account}
        onChange={(account) => change({ account })}
      />
      {act === undefined ? null : <Afterwards council={council} act={act} />}
    </>
  );
}

function actIn(
  council: Council,
  { member, account }: { readonly member: string; readonly account: string },
): Reconfigure | undefined {
  const seat = seatOf(council, member);
  const address = addressIn(account);
  return seat === undefined || address === undefined ? undefined : newKeyAct(council, seat, address);
}
