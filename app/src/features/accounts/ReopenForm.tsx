// SPDX-License-Identifier: Apache-2.0

import { type Account, acts } from "#sdk/agency/index.ts";
import { ActButton, ActStatus, useAct } from "../../shared/act/index.ts";
import { tryAndPropose } from "../../shared/acts/index.ts";
import { ActPanel } from "./ActPanel.tsx";
import classes from "./accounts.module.css";
import { words } from "./words/index.ts";

const text = words.close;

/** Proposes to undo the closing of an account. */
export function ReopenForm({ account }: { readonly account: Account }) {
  const act = useAct({ name: `reopen-${account.number}` });
  return (
    <ActPanel title={text.reopenTitle} hint={text.reopenHint}>
      <div className={classes.actions}>
        <ActButton
          act={act}
          onRun={async ({ suite, officer }) => {
            const calldata = acts.reopenAccounts(account.organisation, [account.commitment]);
            return await tryAndPropose(suite, suite.deployment.contracts.accounts, calldata, officer.address);
          }}
          variant="default"
        >
          {text.reopen}
        </ActButton>
      </div>
      <ActStatus act={act} />
    </ActPanel>
  );
}
