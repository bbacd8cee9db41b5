// SPDX-License-Identifier: Apache-2.0

import { NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { type Account, acts, findAccountByNumber, type Suite } from "#sdk/agency/index.ts";
import { CLOSING_REASONS } from "#sdk/history/names.ts";
import { accountNumberOf, type Commitment } from "#sdk/list/index.ts";
import { type ActBuild, ActButton, ActStatus, useAct } from "../../shared/act/index.ts";
import { tryAndPropose } from "../../shared/acts/index.ts";
import { level } from "../../shared/form/index.ts";
import { labelOf } from "../../shared/words/index.ts";
import { ActPanel } from "./ActPanel.tsx";
import classes from "./accounts.module.css";
import { noSuccessor } from "./errors.ts";
import { words } from "./words/index.ts";

const text = words.close;
const NUMBER_OR_NOTHING = /^\d{0,10}$/;
const MAX_ACCOUNT = 0xffff_ffff;

/** Proposes to close the account, with the reason and the account that the household goes on with. */
export function CloseForm({ account }: { readonly account: Account }) {
  const [reason, setReason] = useState<acts.ClosingReason>("Merged");
  const [successor, setSuccessor] = useState("");
  const act = useAct({ name: `close-${account.number}` });

  const propose: ActBuild = async ({ suite, officer }) => {
    const goesOnWith = successor === "" ? undefined : await openAccount(suite, Number(successor));
    const closing: acts.Closing = {
      commitment: account.commitment,
      reason,
      ...(goesOnWith === undefined ? {} : { successor: goesOnWith }),
    };
    const calldata = acts.closeAccounts(account.organisation, [closing]);
    return await tryAndPropose(suite, suite.deployment.contracts.accounts, calldata, officer.address);
  };

  const isFit = NUMBER_OR_NOTHING.test(successor) && Number(successor) !== account.number;
  return (
    <ActPanel title={text.title} hint={text.hint}>
      <div className={classes.form}>
        <NativeSelect
          label={text.reason}
          {...level}
          value={reason}
          data={CLOSING_REASONS.map((value) => ({ value, label: labelOf(words.reasons, value) }))}
          onChange={({ currentTarget }) =>
            setReason(CLOSING_REASONS.find((known) => known === currentTarget.value) ?? "Error")
          }
        />
        <TextInput
          label={text.successor}
          description={text.successorHint}
          value={successor}
          inputMode="numeric"
          autoComplete="off"
          error={isFit ? undefined : text.successorUnknown}
          onChange={({ currentTarget }) => setSuccessor(currentTarget.value.trim())}
        />
      </div>
      <div className={classes.actions}>
        <ActButton act={act} onRun={propose} disabled={!isFit} variant="default">
          {text.propose}
        </ActButton>
      </div>
      <ActStatus act={act} />
    </ActPanel>
  );
}

/** Commitment of an account in use. @throws AppError ACCT-101 when the number is of none. */
async function openAccount(suite: Suite, number: number): Promise<Commitment> {
  const account =
    number > MAX_ACCOUNT ? undefined : await findAccountByNumber(suite, accountNumberOf(number));
  if (account?.status === "Open") return account.commitment;
  throw noSuccessor();
}
