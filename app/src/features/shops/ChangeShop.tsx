// SPDX-License-Identifier: Apache-2.0

import { useState } from "react";
import { acts, type ProgrammeHandle, type ShopDetail } from "#sdk/agency/index.ts";
import { type ActBuild, ActButton, ActStatus, useAct } from "../../shared/act/index.ts";
import { tryAndPropose } from "../../shared/acts/index.ts";
import { useHouseholdKey } from "../../shared/households/index.ts";
import { useOfficer } from "../../shared/ledger/index.ts";
import { Section } from "../../shared/ui/index.ts";
import { NeedsOfficer } from "../../shared/wallet/index.ts";
import { PayoutForm } from "./PayoutForm.tsx";
import { isPayoutWhole, NO_PAYOUT, payoutOf } from "./payout.ts";
import { fieldsOf, termsIn } from "./shopForm.ts";
import classes from "./shops.module.css";
import { TermsForm } from "./TermsForm.tsx";
import { words } from "./words/index.ts";

interface ChangeShopProps {
  readonly programme: ProgrammeHandle;
  readonly shop: ShopDetail;
}

/** Other terms, or another payout: each is a proposal of its own, the second with a waiting time. */
export function ChangeShop(props: ChangeShopProps) {
  const isFinance = useOfficer()?.has("Finance") ?? false;
  // Whoever can change nothing is told so once.
  if (!isFinance) {
    return (
      <Section title={words.shop.changes} hint={words.shop.payoutWaits}>
        {() => (
          <div className={classes.padded}>
            <NeedsOfficer as="Finance">{null}</NeedsOfficer>
          </div>
        )}
      </Section>
    );
  }
  return (
    <>
      <Section title={words.shop.change}>
        {() => (
          <div className={classes.padded}>
            <NeedsOfficer as="Finance">
              <ChangeTerms {...props} />
            </NeedsOfficer>
          </div>
        )}
      </Section>
      <Section title={words.shop.changePayout} hint={words.shop.payoutWaits}>
        {() => (
          <div className={classes.padded}>
            <NeedsOfficer as="Finance">
              <ChangePayout {...props} />
            </NeedsOfficer>
          </div>
        )}
      </Section>
    </>
  );
}

function ChangeTerms({ programme, shop }: ChangeShopProps) {
  const { address, currency } = programme;
  const [fields, setFields] = useState(() => fieldsOf(shop, currency));
  const act = useAct({ name: "change-terms" });
  const terms = termsIn(fields, currency);
  const propose: ActBuild = ({ suite, officer }) =>
    terms === undefined
      ? []
      : tryAndPropose(suite, address, acts.changeShop(shop.shop, terms), officer.address);
  return (
    <>
      <TermsForm fields={fields} currency={currency} onChange={setFields} canSwitchOff />
      <div className={classes.actions}>
        <ActButton act={act} onRun={propose} disabled={terms === undefined} variant="default">
          {words.register.propose}
        </ActButton>
      </div>
      <ActStatus act={act} />
    </>
  );
}

function ChangePayout({ programme: { address }, shop }: ChangeShopProps) {
  const [payout, setPayout] = useState({ ...NO_PAYOUT, mode: shop.payoutMode });
  const { key, state } = useHouseholdKey();
  const act = useAct({ name: "change-payout" });
  const isReady = isPayoutWhole(payout) && (payout.mode === "Token" || state === "open");
  const propose: ActBuild = async ({ suite, officer }) => {
    const calldata = acts.changePayout(shop.shop, await payoutOf(payout, key));
    return tryAndPropose(suite, address, calldata, officer.address);
  };
  return (
    <>
      <PayoutForm fields={payout} onChange={setPayout} />
      <div className={classes.actions}>
        <ActButton act={act} onRun={propose} disabled={!isReady} variant="default">
          {words.register.propose}
        </ActButton>
      </div>
      <ActStatus act={act} />
    </>
  );
}
