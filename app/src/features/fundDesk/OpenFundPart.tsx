// SPDX-License-Identifier: Apache-2.0

import { NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { listProgrammes } from "#sdk/agency/index.ts";
import { listAgreements } from "#sdk/agreements/index.ts";
import { createFundCall } from "#sdk/funds/desk/index.ts";
import { LEDGER_KEY } from "../../shared/api/index.ts";
import { useOfficer, useSuite } from "../../shared/ledger/index.ts";
import { Section } from "../../shared/ui/index.ts";
import { Doing } from "./Doing.tsx";
import classes from "./fundDesk.module.css";
import { words } from "./words/index.ts";

const text = words.opening;

/** An administrator opens a fund of their organisation; others do not see this. */
export function OpenFundPart() {
  const officer = useOfficer();
  if (!officer?.has("Administrator")) return null;
  const { id, name } = officer.organisation;
  return (
    <Section title={text.title} hint={text.hint(name)}>
      {() => (
        <div className={classes.padded}>
          <OpenFundForm organisation={id} />
        </div>
      )}
    </Section>
  );
}

function OpenFundForm({ organisation }: { readonly organisation: number }) {
  const { data: assets = [] } = useAssets();
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState("");
  const asset = chosen === "" ? (assets[0]?.value ?? "") : chosen;
  if (assets.length === 0) return <p>{text.noAsset}</p>;
  return (
    <>
      <div className={classes.fields}>
        <TextInput
          label={text.name}
          description={text.nameHint}
          value={name}
          autoComplete="off"
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={text.asset}
          description={text.assetHint}
          data={assets}
          value={asset}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      </div>
      <Doing
        name="open-fund"
        label={text.run}
        done={text.done}
        disabled={name.trim() === ""}
        onDone={() => setName("")}
        build={({ suite }) => createFundCall(suite, { organisation, asset, name: name.trim() })}
      />
    </>
  );
}

/** Tokens that programmes and agreements of the consortium are funded in: money in another one could go to nobody. */
function useAssets() {
  const suite = useSuite();
  return useQuery({
    queryKey: [LEDGER_KEY, "fund-assets"],
    queryFn: async () => {
      const [programmes, agreements] = await Promise.all([listProgrammes(suite), listAgreements(suite)]);
      const uses = Map.groupBy(
        [...programmes, ...agreements.map((one) => ({ ...one, name: one.title }))],
        ({ asset }) => asset,
      );
      return [...uses].map(([value, users]) => ({
        value,
        label: text.usedBy(users[0]?.currency.code ?? "", users.map(({ name }) => name).join(", ")),
      }));
    },
  });
}
