// SPDX-License-Identifier: Apache-2.0

import { Button, NativeSelect } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import type { AccountNumber } from "#sdk/list/index.ts";
import { useCycles } from "../../shared/cycles/index.ts";
import { Loaded } from "../../shared/desk/index.ts";
import { ErrorNote } from "../../shared/errors/index.ts";
import { showDay } from "../../shared/format/index.ts";
import { useSuite } from "../../shared/ledger/index.ts";
import { useOffice } from "../../shared/office/index.ts";
import classes from "./cards.module.css";
import { accountsOfCycle } from "./households.ts";
import { words } from "./words/index.ts";

const text = words.choose;

/** Cycles whose list nobody is paid by. */
const WITHOUT_LIST = new Set<string>(["Returned", "Cancelled"]);

interface CycleChoiceProps {
  readonly programme: ProgrammeHandle;
  readonly onChosen: (accounts: readonly AccountNumber[]) => void;
}

/** Everybody on the list of one cycle, the newest first. */
export function CycleChoice({ programme, onChosen }: CycleChoiceProps) {
  const suite = useSuite();
  const { client } = useOffice();
  const query = useCycles(programme);
  const [wanted, setWanted] = useState<number>();
  const looking = useMutation({
    mutationFn: (cycle: number) => accountsOfCycle(suite, client, programme, cycle),
    onSuccess: onChosen,
  });
  return (
    <Loaded query={query}>
      {(cycles) => {
        const listed = cycles.filter(({ state }) => !WITHOUT_LIST.has(state)).toReversed();
        const chosen = listed.find((known) => known.cycle === wanted) ?? listed[0];
        if (chosen === undefined) return <p className={classes.soft}>{text.noCycle}</p>;
        return (
          <>
            <div className={classes.form}>
              <NativeSelect
                label={text.cycle}
                value={String(chosen.cycle)}
                data={listed.map((known) => ({
                  value: String(known.cycle),
                  label: text.cycleName(known.cycle, showDay(Math.floor(known.opensAt / 86_400))),
                }))}
                onChange={({ currentTarget }) => setWanted(Number(currentTarget.value))}
              />
            </div>
            <div className={classes.actions}>
              <Button
                variant="default"
                loading={looking.isPending}
                onClick={() => looking.mutate(chosen.cycle)}
              >
                {text.look}
              </Button>
            </div>
            {looking.isError ? <ErrorNote error={looking.error} /> : null}
          </>
        );
      }}
    </Loaded>
  );
}
