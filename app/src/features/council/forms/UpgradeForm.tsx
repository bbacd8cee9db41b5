// SPDX-License-Identifier: Apache-2.0

import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { BeaconName } from "#sdk/council/index.ts";
import { words } from "../words/index.ts";
import { AddressField, addressIn } from "./fields.tsx";
import type { ActFormProps } from "./form.ts";

const text = words.forms;

/** New code for all programmes or all agreements at once. */
export function UpgradeForm({ ground: { book }, onChange }: ActFormProps) {
  const beacons = Object.keys(book.beacons) as BeaconName[];
  const [fields, setFields] = useState<{ readonly beacon: BeaconName; readonly implementation: string }>({
    beacon: "programmes",
    implementation: "",
  });
  const change = (part: Partial<typeof fields>) => {
    const next = { ...fields, ...part };
    setFields(next);
    const implementation = addressIn(next.implementation);
    onChange(
      implementation === undefined ? undefined : { kind: "upgrade", beacon: next.beacon, implementation },
    );
  };
  return (
    <>
      <NativeSelect
        label={text.codeOf}
        value={fields.beacon}
        data={beacons.map((value) => ({ value, label: words.beacons[value] }))}
        onChange={({ currentTarget }) => change({ beacon: currentTarget.value as BeaconName })}
      />
      <AddressField
        label={words.facts.implementation}
        hint={text.implementationHint}
        value={fields.implementation}
        onChange={(implementation) => change({ implementation })}
      />
    </>
  );
}
