// SPDX-License-Identifier: Apache-2.0

import { TextInput } from "@mantine/core";
import { useState } from "react";
import { type Account, acts, findAccount, type Suite } from "#sdk/agency/index.ts";
import type { Commitment } from "#sdk/list/index.ts";
import { ActButton, ActStatus, useAct } from "../../shared/act/index.ts";
import { tryAndPropose } from "../../shared/acts/index.ts";
import { commitIdentifier, UnlockHouseholds, useHouseholdKey } from "../../shared/households/index.ts";
import { NeedsOffice } from "../../shared/office/index.ts";
import { ActPanel } from "./ActPanel.tsx";
import classes from "./accounts.module.css";
import { idOfOtherAccount, idOfThisAccount } from "./errors.ts";
import { words } from "./words/index.ts";

const text = words.link;

interface LinkFormProps {
  readonly account: Account;
}

/** Proposes a further id for the household. The id itself stays in this page. */
export function LinkForm({ account }: LinkFormProps) {
  const { state } = useHouseholdKey();
  return (
    <ActPanel title={text.title} hint={text.hint}>
      {state === "open" ? (
        <UnlockedForm account={account} />
      ) : (
        <NeedsOffice>
          <UnlockHouseholds why={text.why} />
        </NeedsOffice>
      )}
    </ActPanel>
  );
}

function UnlockedForm({ account }: LinkFormProps) {
  const [identifier, setIdentifier] = useState("");
  const act = useAct({ name: `link-${account.number}`, onDone: () => setIdentifier("") });
  return (
    <>
      <div className={classes.form}>
        <TextInput
          label={text.id}
          description={text.idHint}
          value={identifier}
          autoComplete="off"
          spellCheck={false}
          onChange={({ currentTarget }) => setIdentifier(currentTarget.value)}
        />
      </div>
      <div className={classes.actions}>
        <ActButton
          act={act}
          onRun={async ({ suite, officer }) => {
            const added = await freeCommitment(suite, account, commitIdentifier(identifier));
            const calldata = acts.linkAccounts(account.organisation, [{ known: account.commitment, added }]);
            return await tryAndPropose(suite, suite.deployment.contracts.accounts, calldata, officer.address);
          }}
          disabled={identifier.trim() === ""}
          variant="default"
        >
          {text.propose}
        </ActButton>
      </div>
      <ActStatus act={act} />
    </>
  );
}

/** A commitment that leads nowhere yet. @throws AppError ACCT-102 when it is this account's, ACCT-103 when it is another's. */
async function freeCommitment(
  suite: Suite,
  { number }: Account,
  commitment: Commitment,
): Promise<Commitment> {
  const holder = await findAccount(suite, commitment);
  if (holder === undefined) return commitment;
  throw holder.number === number ? idOfThisAccount() : idOfOtherAccount(holder.number);
}
