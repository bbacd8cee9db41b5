// SPDX-License-Identifier: Apache-2.0

import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { listProgrammes } from "#sdk/agency/index.ts";
import type { AccountNumber } from "#sdk/list/index.ts";
import { config } from "../../shared/config/index.ts";
import { Loaded } from "../../shared/desk/index.ts";
import { useSuite } from "../../shared/ledger/index.ts";
import { Section } from "../../shared/ui/index.ts";
import { CycleChoice } from "./CycleChoice.tsx";
import classes from "./cards.module.css";
import type { Chosen } from "./households.ts";
import { TypedChoice } from "./TypedChoice.tsx";
import { words } from "./words/index.ts";

const text = words.choose;

const WAYS = ["ofCycle", "typedNumbers", "typedIds"] as const;
type Way = (typeof WAYS)[number];

interface ChooseHouseholdsProps {
  /** Where the officer comes from a household's page. */
  readonly account: number | undefined;
  readonly onChosen: (chosen: Chosen) => void;
}

/** Whom cards are for: a cycle's whole list, or households that are typed. */
export function ChooseHouseholds({ account, onChosen }: ChooseHouseholdsProps) {
  const suite = useSuite();
  const [way, setWay] = useState<Way>(account === undefined ? "ofCycle" : "typedNumbers");
  const [wanted, setWanted] = useState<string>();
  const query = useQuery({
    queryKey: ["own-programmes"],
    queryFn: () => listProgrammes(suite, config().organisation ?? 0),
  });
  return (
    <Section title={text.title}>
      {() => (
        <div className={classes.padded}>
          <Loaded query={query}>
            {(programmes) => {
              const programme = programmes.find(({ address }) => address === wanted) ?? programmes[0];
              if (programme === undefined) return null;
              const choose = (accounts: readonly AccountNumber[]) =>
                onChosen({ accounts, programmeName: programme.name });
              return (
                <>
                  <div className={classes.form}>
                    <NativeSelect
                      label={text.from}
                      value={way}
                      data={WAYS.map((value) => ({ value, label: text[value] }))}
                      onChange={({ currentTarget }) =>
                        setWay(WAYS.find((known) => known === currentTarget.value) ?? "ofCycle")
                      }
                    />
                    <NativeSelect
                      label={text.programme}
                      value={programme.address}
                      data={programmes.map(({ address, name }) => ({ value: address, label: name }))}
                      onChange={({ currentTarget }) => setWanted(currentTarget.value)}
                    />
                  </div>
                  {way === "ofCycle" ? (
                    <CycleChoice key={programme.address} programme={programme} onChosen={choose} />
                  ) : (
                    <TypedChoice
                      key={way}
                      isByNumber={way === "typedNumbers"}
                      account={account}
                      onChosen={choose}
                    />
                  )}
                </>
              );
            }}
          </Loaded>
        </div>
      )}
    </Section>
  );
}
