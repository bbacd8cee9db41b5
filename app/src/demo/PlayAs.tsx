// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useConnectWallet, useWalletChoice } from "../shared/wallet/index.ts";
import classes from "./PlayAs.module.css";
import { DEMO_PREFIX } from "./readOfficers.ts";
import { words } from "./words/index.ts";

interface PlayAsProps {
  readonly onDone: () => void;
}

/** The part of the officer's menu in which one person chooses whom to play. */
export function PlayAs({ onDone }: PlayAsProps) {
  const choice = useWalletChoice();
  const officers = choice?.connectors.filter(({ id }) => id.startsWith(DEMO_PREFIX)) ?? [];
  const { mutate } = useConnectWallet();
  return (
    <section className={classes.part}>
      <h2 className={classes.title}>{words.title}</h2>
      <ul className={classes.officers}>
        {officers.map((officer) => {
          const isCurrent = choice?.current === officer.uid;
          return (
            <li key={officer.uid}>
              <Button
                variant={isCurrent ? "light" : "default"}
                size="xs"
                aria-pressed={isCurrent}
                aria-label={words.playAs(officer.name)}
                onClick={() => (isCurrent ? onDone() : mutate(officer, { onSuccess: onDone }))}
              >
                {officer.name}
              </Button>
            </li>
          );
        })}
      </ul>
      <p className={classes.hint}>{words.hint}</p>
    </section>
  );
}
