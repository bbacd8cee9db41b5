// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useState } from "react";
import { acts, type ProgrammeHandle } from "#sdk/agency/index.ts";
import { type ActBuild, ActButton, ActStatus, useAct } from "../../shared/act/index.ts";
import { tryAndPropose } from "../../shared/acts/index.ts";
import { useHouseholdKey } from "../../shared/households/index.ts";
import { Section } from "../../shared/ui/index.ts";
import { NeedsOfficer } from "../../shared/wallet/index.ts";
import { PayoutForm } from "./PayoutForm.tsx";
import { isPayoutWhole, NO_PAYOUT, payoutOf } from "./payout.ts";
import { NEW_SHOP, termsIn } from "./shopForm.ts";
import classes from "./shops.module.css";
import { TermsForm } from "./TermsForm.tsx";
import { words } from "./words/index.ts";

const text = words.register;

interface RegisterShopProps {
  readonly programme: ProgrammeHandle;
}

/** Finance proposes a shop; an approver restates it, and it can sell. Folded away, since it is done once in a while. */
export function RegisterShop({ programme }: RegisterShopProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Section
      title={text.title}
      hint={text.hint}
      aside={
        <Button variant={isOpen ? "default" : "filled"} size="xs" onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? text.putAway : text.open}
        </Button>
      }
    >
      {() =>
        isOpen ? (
          <div className={classes.padded}>
            <NeedsOfficer as="Finance">
              <RegisterForm programme={programme} />
            </NeedsOfficer>
          </div>
        ) : null
      }
    </Section>
  );
}

function RegisterForm({ programme }: RegisterShopProps) {
  const [fields, setFields] = useState(NEW_SHOP);
  const [payout, setPayout] = useState(NO_PAYOUT);
  const { key, state } = useHouseholdKey();
  const act = useAct({
    name: "register-shop",
    onDone: () => {
      setFields(NEW_SHOP);
      setPayout(NO_PAYOUT);
    },
  });
  const terms = termsIn(fields, programme.currency);
  const isReady =
    terms !== undefined && isPayoutWhole(payout) && (payout.mode === "Token" || state === "open");
  const propose: ActBuild = async ({ suite, officer }) => {
    if (terms === undefined) return [];
    const calldata = acts.registerShop(terms, await payoutOf(payout, key));
    return tryAndPropose(suite, programme.address, calldata, officer.address);
  };
  return (
    <>
      <TermsForm fields={fields} currency={programme.currency} onChange={setFields} />
      <PayoutForm fields={payout} onChange={setPayout} />
      <div className={classes.actions}>
        <ActButton act={act} onRun={propose} disabled={!isReady}>
          {text.propose}
        </ActButton>
      </div>
      <ActStatus act={act} />
    </>
  );
}
