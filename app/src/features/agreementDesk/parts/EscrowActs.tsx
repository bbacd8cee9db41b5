// SPDX-License-Identifier: Apache-2.0

import { TextInput } from "@mantine/core";
import { isAddress } from "ethers";
import { useState } from "react";
import { approveTokensCall } from "#sdk/agency/index.ts";
import { escrowCall, recordSource, returnExcess } from "#sdk/agreements/index.ts";
import { amountAsTyped, ZERO } from "#sdk/money/index.ts";
import { tryAndPropose } from "../../../shared/acts/index.ts";
import { MoneyField, moneyIn } from "../../../shared/form/index.ts";
import { showMoney } from "../../../shared/format/index.ts";
import { useOffice } from "../../../shared/office/index.ts";
import { FoldedAct } from "../acts/ActPart.tsx";
import { Doing } from "../acts/Doing.tsx";
import classes from "../agreementDesk.module.css";
import { type ChosenFile, FileField } from "../files/FileField.tsx";
import { keepFile } from "../files/useFiles.ts";
import type { AgreementView } from "../useAgreement.ts";
import { words } from "../words/index.ts";

const text = words.escrow;

/** What the reader may do about the escrow: bring money in, record where it comes from, give back what is too much. */
export function EscrowActs({ view }: { readonly view: AgreementView }) {
  const { standing, agreement } = view;
  const isFinance = standing.agency.has("Finance");
  const mayFund = standing.isSource && agreement.state === "Active" && agreement.money.unfunded > 0n;
  const isOpen = agreement.state === "Active" || agreement.state === "Proposed";
  if (!mayFund && !isFinance) return null;
  return (
    <div className={classes.folds}>
      {mayFund ? <FundForm view={view} /> : null}
      {isFinance && isOpen ? <SourceForm view={view} /> : null}
      {isFinance && agreement.money.excess > 0n ? <ExcessForm view={view} /> : null}
    </div>
  );
}

function FundForm({ view: { handle, agreement } }: { readonly view: AgreementView }) {
  const { unfunded } = agreement.money;
  const [typed, setTyped] = useState(() => amountAsTyped(unfunded, handle.currency));
  const amount = moneyIn(typed, handle.currency);
  const isTooMuch = amount !== undefined && amount > unfunded;
  return (
    <FoldedAct title={text.fund.title} hint={text.fund.hint}>
      <MoneyField
        label={text.fund.amount(handle.currency.code)}
        currency={handle.currency}
        value={typed}
        onChange={setTyped}
        fault={isTooMuch ? text.fund.tooMuch(showMoney(unfunded, handle.currency)) : undefined}
      />
      <Doing
        name="fund"
        label={text.fund.run}
        done={text.fund.done}
        disabled={amount === undefined || isTooMuch}
        build={async ({ officer }) => {
          const units = amount ?? ZERO;
          const tokens = units * (await handle.contract.assetScale());
          return [
            approveTokensCall(handle, tokens, officer.address),
            escrowCall(handle.address, units, officer.address),
          ];
        }}
      />
    </FoldedAct>
  );
}

function SourceForm({ view: { handle } }: { readonly view: AgreementView }) {
  const { client, state: office } = useOffice();
  const [address, setAddress] = useState("");
  const [document, setDocument] = useState<ChosenFile>();
  const isFit = isAddress(address);
  return (
    <FoldedAct title={text.source.title} hint={text.source.hint}>
      <TextInput
        label={text.source.address}
        value={address}
        autoComplete="off"
        spellCheck={false}
        error={address === "" || isFit ? undefined : text.source.addressFault}
        onChange={(event) => setAddress(event.currentTarget.value.trim())}
      />
      <FileField label={text.source.drop} value={document} onChange={setDocument} />
      <Doing
        name="record-source"
        label={text.propose}
        done={text.proposed}
        disabled={!isFit || document === undefined}
        onDone={() => {
          setAddress("");
          setDocument(undefined);
        }}
        build={async ({ suite, officer }) => {
          const file = document as ChosenFile;
          if (office === "signedIn") await keepFile(client, handle.address, file);
          return tryAndPropose(suite, handle.address, recordSource(address, file.hash), officer.address);
        }}
      />
    </FoldedAct>
  );
}

function ExcessForm({ view: { handle, agreement } }: { readonly view: AgreementView }) {
  const { excess } = agreement.money;
  return (
    <FoldedAct title={text.excess.title} hint={text.excess.hint(showMoney(excess, handle.currency))}>
      <Doing
        name="return-excess"
        label={text.propose}
        done={text.proposed}
        build={({ suite, officer }) =>
          tryAndPropose(suite, handle.address, returnExcess(excess), officer.address)
        }
      />
    </FoldedAct>
  );
}
