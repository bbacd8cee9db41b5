// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { showCount, showMoney } from "../../../shared/format/index.ts";
import { UnlockHouseholds, useHouseholdKey } from "../../../shared/households/index.ts";
import { NeedsOffice } from "../../../shared/office/index.ts";
import type { DraftDesk } from "../draft/useDraft.ts";
import { stepBefore } from "../flow/steps.ts";
import type { ImportDesk } from "../flow/useImport.ts";
import { AskCustodian } from "../parts/AskCustodian.tsx";
import { Busy } from "../parts/Busy.tsx";
import { Figures } from "../parts/Figures.tsx";
import { NextButton } from "../parts/NextButton.tsx";
import { StepFrame } from "../parts/StepFrame.tsx";
import { UnpayableRows } from "../parts/UnpayableRows.tsx";
import { WithoutThem } from "../parts/WithoutThem.tsx";
import { words } from "../words/index.ts";
import { useAccounts } from "./useAccounts.ts";

const text = words.accounts;

interface AccountsStepProps {
  readonly desk: ImportDesk;
  readonly draft: DraftDesk;
}

/** From household ids to accounts; what has none becomes a request to the custodian. */
export function AccountsStep({ desk, draft }: AccountsStepProps) {
  const { step, accounts } = desk.state;
  const { key } = useHouseholdKey();
  const { progress, look } = useAccounts(desk, key);
  return (
    <StepFrame
      title={text.title}
      hint={text.hint}
      onBack={() => desk.go(stepBefore(step))}
      next={<NextButton desk={desk} />}
    >
      {key === undefined ? (
        <NeedsOffice>
          <UnlockHouseholds why={text.unlockWhy} />
        </NeedsOffice>
      ) : null}
      {progress !== undefined && accounts === undefined ? <LookingUp progress={progress} /> : null}
      {accounts === undefined ? null : (
        <>
          <Figures
            figures={[
              { label: text.inTheList, value: showCount(accounts.open) },
              {
                label: text.unopened,
                value: showCount(accounts.unopened),
                tone: accounts.unopened > 0 ? "bad" : undefined,
              },
              ...(accounts.linkedTwice === 0
                ? []
                : [
                    { label: text.linkedTwice, value: showCount(accounts.linkedTwice), tone: "bad" } as const,
                  ]),
              { label: words.check.total, value: showMoney(accounts.total, desk.money.currency) },
            ]}
          />
          {accounts.open === accounts.households ? (
            <p role="status">{text.allOpen}</p>
          ) : (
            <>
              <AskCustodian
                desk={desk}
                draft={draft}
                accounts={accounts}
                again={
                  <Button variant="default" loading={progress !== undefined} onClick={look}>
                    {text.again}
                  </Button>
                }
              />
              <WithoutThem desk={desk} accounts={accounts} />
              <UnpayableRows desk={desk} accounts={accounts} />
            </>
          )}
        </>
      )}
    </StepFrame>
  );
}

function LookingUp({
  progress: { done, total },
}: {
  readonly progress: { readonly done: number; readonly total: number };
}) {
  const counted = total === 0 ? "" : `: ${text.lookedUp(showCount(done), showCount(total))}`;
  return <Busy share={total === 0 ? undefined : done / total}>{`${text.lookingUp}${counted}`}</Busy>;
}
