// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useId } from "react";
import type { Connector } from "wagmi";
import { useConnectWallet, useWalletChoice } from "../shared/wallet/index.ts";
import classes from "./PlayAs.module.css";
import { groupOf, roleOf } from "./playerWords.ts";
import { type DemoPlayer, knownPlayers } from "./readPlayers.ts";
import { words } from "./words/index.ts";

interface MenuProps {
  readonly onDone: () => void;
}

/** The part of the officer's menu in which one person chooses whom to play. */
export function PlayAs({ onDone }: MenuProps) {
  return (
    <section className={classes.part}>
      <h2 className={classes.title}>{words.title}</h2>
      {[...Map.groupBy(knownPlayers(), groupOf)].map(([name, players]) => (
        <Group key={name} name={name} players={players} onDone={onDone} />
      ))}
      <p className={classes.hint}>{words.hint}</p>
    </section>
  );
}

interface GroupProps extends MenuProps {
  readonly name: string;
  readonly players: readonly DemoPlayer[];
}

/** People of one organisation, or those who belong to none. */
function Group({ name, players, onDone }: GroupProps) {
  const heading = useId();
  const connectors = new Map<string, Connector>(useWalletChoice()?.connectors.map((each) => [each.id, each]));
  return (
    <div className={classes.group}>
      <h3 className={classes.name} id={heading}>
        {name}
      </h3>
      <ul className={classes.players} aria-labelledby={heading}>
        {players.map((player) => {
          const connector = connectors.get(player.id);
          return connector === undefined ? null : (
            <li key={player.id}>
              <PlayerButton player={player} connector={connector} onDone={onDone} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

interface PlayerButtonProps extends MenuProps {
  readonly player: DemoPlayer;
  readonly connector: Connector;
}

function PlayerButton({ player, connector, onDone }: PlayerButtonProps) {
  const choice = useWalletChoice();
  const { mutate } = useConnectWallet();
  const isCurrent = choice?.current === connector.uid;
  return (
    <Button
      variant={isCurrent ? "light" : "default"}
      size="compact-sm"
      aria-pressed={isCurrent}
      aria-label={words.playAs(connector.name)}
      onClick={() => (isCurrent ? onDone() : mutate(connector, { onSuccess: onDone }))}
    >
      {roleOf(player)}
    </Button>
  );
}
