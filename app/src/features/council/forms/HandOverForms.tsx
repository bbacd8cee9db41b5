// SPDX-License-Identifier: Apache-2.0

import { Checkbox, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { BeaconName } from "#sdk/council/index.ts";
import { LEDGER_KEY } from "../../../shared/api/index.ts";
import { useSuite } from "../../../shared/ledger/index.ts";
import { Icon } from "../../../shared/ui/index.ts";
import classes from "../council.module.css";
import { words } from "../words/index.ts";
import { AddressField, addressIn } from "./fields.tsx";
import type { ActFormProps } from "./form.ts";

const text = words.forms;

/** Who may replace the code of all programmes or of all agreements from then on. */
export function HandOverForm({ ground: { book }, onChange }: ActFormProps) {
  const [fields, setFields] = useState({ beacon: "", owner: "", isNobody: false });
  const beacons = Object.keys(book.beacons) as BeaconName[];
  const change = (part: Partial<typeof fields>) => {
    const next = { ...fields, ...part };
    setFields(next);
    const beacon = beacons.find((name) => name === next.beacon);
    const owner = next.isNobody ? undefined : addressIn(next.owner);
    const isWhole = beacon !== undefined && (next.isNobody || owner !== undefined);
    onChange(isWhole ? { kind: "handOverBeacon", beacon, owner } : undefined);
  };
  return (
    <>
      <NativeSelect
        label={text.codeOf}
        value={fields.beacon}
        data={[
          { value: "", label: text.choose },
          ...beacons.map((value) => ({ value, label: words.beacons[value] })),
        ]}
        onChange={({ currentTarget }) => change({ beacon: currentTarget.value })}
      />
      {fields.isNobody ? null : (
        <AddressField
          label={words.facts.owner}
          hint={text.ownerHint}
          value={fields.owner}
          onChange={(owner) => change({ owner })}
        />
      )}
      <div className={classes.whole}>
        <Checkbox
          label={text.noOwner}
          checked={fields.isNobody}
          onChange={({ currentTarget }) => change({ isNobody: currentTarget.checked })}
        />
      </div>
      {fields.isNobody ? <Warning>{text.noOwnerWarning}</Warning> : <WhoIsThere account={fields.owner} />}
    </>
  );
}

/** Another council, or a contract that stands for one, takes this one's place in the consortium. */
export function NewCouncilForm({ onChange }: ActFormProps) {
  const [council, setCouncil] = useState("");
  return (
    <>
      <AddressField
        label={words.facts.council}
        hint={text.councilHint}
        value={council}
        onChange={(next) => {
          setCouncil(next);
          const address = addressIn(next);
          onChange(address === undefined ? undefined : { kind: "changeCouncil", council: address });
        }}
      />
      <WhoIsThere account={council} />
    </>
  );
}

/** Power over everybody's money in the hands of one key is worth a word. */
function WhoIsThere({ account }: { readonly account: string }) {
  const { provider } = useSuite();
  const address = addressIn(account);
  const { data: isKey } = useQuery({
    queryKey: [LEDGER_KEY, "code-at", address],
    queryFn: async () => (await provider.getCode(address ?? "")) === "0x",
    enabled: address !== undefined,
  });
  return isKey === true ? <Warning>{text.oneKey}</Warning> : null;
}

function Warning({ children }: { readonly children: string }) {
  return (
    <p className={`${classes.warning} ${classes.whole}`} role="status">
      <Icon name="alert" size={20} />
      <span>{children}</span>
    </p>
  );
}
