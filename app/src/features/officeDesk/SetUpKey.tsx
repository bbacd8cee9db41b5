// SPDX-License-Identifier: Apache-2.0

import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Suite } from "#sdk/agency/index.ts";
import { requireKey } from "#sdk/list/index.ts";
import { fromHex } from "#sdk/merkle/index.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import type { HouseholdEnvelope } from "../../shared/households/index.ts";
import { useSuite } from "../../shared/ledger/index.ts";
import { notify } from "../../shared/notice/index.ts";
import classes from "./officeDesk.module.css";
import { SecretField } from "./SecretField.tsx";
import { words } from "./words/index.ts";

const text = words.envelope;
const KEY = /^(?:0x)?[0-9a-f]{64}$/i;
const VERSION = /^[1-9]\d{0,2}$/;
const EMPTY = { consortiumKey: "", keyVersion: "1", namespace: "", passphrase: "", repeat: "" };

type Fields = typeof EMPTY;
/** What is wrong with each field; undefined where nothing is. */
type Faults = Readonly<Record<Exclude<keyof Fields, "passphrase">, string | undefined>>;

/** Makes the office's first key envelope. The consortium's key is compared with the published one before anything is kept. */
export function SetUpKey({ setUp }: Pick<HouseholdEnvelope, "setUp">) {
  const suite = useSuite();
  const [fields, setFields] = useState(EMPTY);
  const [isTried, setIsTried] = useState(false);
  const faults = faultsOf(fields);
  const isFit = Object.values(faults).every((fault) => fault === undefined);
  const making = useMutation({
    mutationFn: () => makeEnvelope(suite, fields, setUp),
    onSuccess: () => notify({ text: text.created }),
    onSettled: (_, error) =>
      setFields((before) => (error ? { ...before, passphrase: "", repeat: "" } : EMPTY)),
    gcTime: 0,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setIsTried(true);
    if (isFit) making.mutate();
  };
  const set = (field: keyof Fields) => (value: string) =>
    setFields((before) => ({ ...before, [field]: value }));
  const shown: Partial<Faults> = isTried ? faults : {};
  return (
    <form className={classes.form} onSubmit={submit}>
      <SecretField
        label={text.consortiumKey}
        hint={text.consortiumKeyHint}
        value={fields.consortiumKey}
        fault={shown.consortiumKey}
        onChange={set("consortiumKey")}
      />
      <TextInput
        label={text.keyVersion}
        inputMode="numeric"
        value={fields.keyVersion}
        error={shown.keyVersion}
        onChange={(event) => set("keyVersion")(event.currentTarget.value.trim())}
      />
      <TextInput
        label={text.namespace}
        description={text.namespaceHint}
        value={fields.namespace}
        error={shown.namespace}
        autoComplete="off"
        onChange={(event) => set("namespace")(event.currentTarget.value.trim())}
      />
      <SecretField
        label={text.passphrase}
        hint={text.passphraseHint}
        value={fields.passphrase}
        onChange={set("passphrase")}
      />
      <SecretField label={text.repeat} value={fields.repeat} fault={shown.repeat} onChange={set("repeat")} />
      <div>
        <Button type="submit" loading={making.isPending}>
          {text.create}
        </Button>
      </div>
      {making.error ? <ErrorNote error={making.error} /> : null}
    </form>
  );
}

function faultsOf({ consortiumKey, keyVersion, namespace, passphrase, repeat }: Fields): Faults {
  return {
    consortiumKey: KEY.test(consortiumKey.trim()) ? undefined : text.badKey,
    keyVersion: VERSION.test(keyVersion) ? undefined : text.badVersion,
    namespace: namespace === "" ? text.badNamespace : undefined,
    repeat: passphrase === repeat ? undefined : text.differs,
  };
}

/** @throws ListError LIST-507 when the key is not the one that the consortium published. */
async function makeEnvelope(
  { accounts }: Suite,
  fields: Fields,
  setUp: HouseholdEnvelope["setUp"],
): Promise<void> {
  const keyVersion = Number(fields.keyVersion);
  const consortiumKey = fromHex(`0x${fields.consortiumKey.trim().replace(/^0x/i, "")}`);
  await requireKey(consortiumKey, await accounts.keyCheckOf(keyVersion));
  await setUp(fields.passphrase, { consortiumKey, keyVersion, namespace: fields.namespace });
}
