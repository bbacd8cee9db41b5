// SPDX-License-Identifier: Apache-2.0

import { TextInput } from "@mantine/core";
import { isAddress } from "ethers";
import { useState } from "react";
import { authoriseTerminalCall, type ProgrammeHandle, type ShopDetail } from "#sdk/agency/index.ts";
import { amountOf, formatAmount } from "#sdk/money/index.ts";
import { type ActBuild, ActButton, ActStatus, useAct } from "../../shared/act/index.ts";
import { MoneyField, moneyIn } from "../../shared/form/index.ts";
import { NeedsOfficer } from "../../shared/wallet/index.ts";
import classes from "./shops.module.css";
import { words } from "./words/index.ts";

const text = words.terminals;

interface AuthoriseTerminalProps {
  readonly programme: ProgrammeHandle;
  readonly shop: ShopDetail;
}

/** Bind a device's key to the shop. The device shows its address; the limit is within what two officers set for the shop. */
export function AuthoriseTerminal({ programme, shop }: AuthoriseTerminalProps) {
  const { currency } = programme;
  const [terminal, setTerminal] = useState("");
  const [limit, setLimit] = useState(() => formatAmount(amountOf(shop.terminalLimit), currency));
  const act = useAct({ name: "authorise-terminal", onDone: () => setTerminal("") });
  const money = moneyIn(limit, currency);
  const authorise: ActBuild = ({ officer }) =>
    authoriseTerminalCall(programme, { terminal, shop: shop.shop, limit: money ?? 0n }, officer.address);
  return (
    <div className={classes.padded}>
      <h3 className={classes.subtitle}>{text.authorise}</h3>
      <NeedsOfficer as="Custodian">
        <div className={classes.form}>
          <TextInput
            label={text.address}
            description={text.addressHint}
            value={terminal}
            autoComplete="off"
            spellCheck={false}
            error={terminal === "" || isAddress(terminal) ? undefined : words.fields.address}
            onChange={({ currentTarget }) => setTerminal(currentTarget.value.trim())}
          />
          <MoneyField
            label={text.limitField(currency.code)}
            currency={currency}
            value={limit}
            onChange={setLimit}
          />
        </div>
        <div className={classes.actions}>
          <ActButton act={act} onRun={authorise} disabled={!isAddress(terminal) || money === undefined}>
            {text.authoriseNow}
          </ActButton>
        </div>
        <ActStatus act={act} />
      </NeedsOfficer>
    </div>
  );
}
