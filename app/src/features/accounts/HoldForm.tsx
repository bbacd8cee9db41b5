// SPDX-License-Identifier: Apache-2.0

import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { chainTime, holdCall, LONGEST_HOLD, releaseHoldCall } from "#sdk/agency/index.ts";
import type { AccountNumber } from "#sdk/list/index.ts";
import { ActButton, ActStatus, useAct } from "../../shared/act/index.ts";
import { showMoment } from "../../shared/format/index.ts";
import { StateBadge } from "../../shared/ui/index.ts";
import { ActPanel } from "./ActPanel.tsx";
import classes from "./accounts.module.css";
import { holdUntil, SECONDS_A_DAY } from "./holdUntil.ts";
import type { Standing } from "./ledger/readHousehold.ts";
import { words } from "./words/index.ts";

const text = words.hold;
const DAYS = [7, 14, 30, 60, LONGEST_HOLD / SECONDS_A_DAY];

interface HoldFormProps {
  readonly account: AccountNumber;
  /** Of the officer's own programmes. */
  readonly standings: readonly Standing[];
  /** Unix seconds, by the ledger's time. */
  readonly now: number;
}

/** Stops sales from the account in one programme for a time, or ends such a hold. */
export function HoldForm({ account, standings, now }: HoldFormProps) {
  const [address, setAddress] = useState(standings[0]?.programme.address);
  const [days, setDays] = useState(30);
  const chosen = standings.find(({ programme }) => programme.address === address) ?? standings[0];
  const holding = useAct({ name: `hold-${account}` });
  const releasing = useAct({ name: `release-${account}` });
  if (chosen === undefined) return null;
  const { programme, heldUntil } = chosen;
  const isHeld = heldUntil > 0 && heldUntil >= now;
  return (
    <ActPanel title={text.title} hint={text.hint}>
      <div className={classes.form}>
        <NativeSelect
          label={text.programme}
          value={programme.address}
          data={standings.map((standing) => ({
            value: standing.programme.address,
            label: standing.programme.name,
          }))}
          onChange={({ currentTarget }) => setAddress(currentTarget.value)}
        />
        <NativeSelect
          label={text.days}
          value={String(days)}
          data={DAYS.map((choice) => ({ value: String(choice), label: text.ofDays(choice) }))}
          onChange={({ currentTarget }) => setDays(Number(currentTarget.value))}
        />
      </div>
      <div className={classes.actions}>
        <StateBadge
          tone={isHeld ? "bad" : "good"}
          label={isHeld ? text.heldUntil(showMoment(heldUntil)) : text.notHeld}
        />
        <ActButton
          act={holding}
          onRun={async ({ suite, officer }) => {
            const until = holdUntil(await chainTime(suite), days);
            return holdCall(programme, [account], until, officer.address);
          }}
          variant="default"
        >
          {text.put}
        </ActButton>
        {isHeld ? (
          <ActButton
            act={releasing}
            onRun={({ officer }) => releaseHoldCall(programme, [account], officer.address)}
            variant="default"
          >
            {text.release}
          </ActButton>
        ) : null}
      </div>
      <ActStatus act={holding} />
      <ActStatus act={releasing} />
    </ActPanel>
  );
}
