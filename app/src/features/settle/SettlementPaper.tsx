// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type ProgrammeHandle, readOrganisation, type SettlementDetail } from "#sdk/agency/index.ts";
import { useShopDetails } from "../../shared/desk/index.ts";
import { showMoment, showMoney } from "../../shared/format/index.ts";
import { useSuite } from "../../shared/ledger/index.ts";
import { PrintButton } from "../../shared/print/index.ts";
import { HexValue, Section } from "../../shared/ui/index.ts";
import { labelOf, words as shared } from "../../shared/words/index.ts";
import classes from "./settle.module.css";
import { words } from "./words/index.ts";

const text = words.one;

interface SettlementPaperProps {
  readonly programme: ProgrammeHandle;
  readonly settlement: SettlementDetail;
}

/** What shop and agency file: who, for what, how much, on which statement. Prints as one sheet with lines for two signatures. */
export function SettlementPaper({ programme, settlement }: SettlementPaperProps) {
  const suite = useSuite();
  const { data: shops } = useShopDetails(programme);
  const { data: agency } = useQuery({
    queryKey: ["organisation", programme.organisation],
    queryFn: () => readOrganisation(suite, programme.organisation),
  });
  const shop = shops?.find((known) => known.shop === settlement.shop);
  const { state, cycle, endToEndId, statement, transaction, madeAt } = settlement;
  return (
    <Section title={text.for} aside={<PrintButton />}>
      {() => (
        <div className={classes.paper}>
          <dl className={classes.facts}>
            <Fact name={text.agency}>{agency?.name ?? "–"}</Fact>
            <Fact name={text.programme}>{programme.name}</Fact>
            <Fact name={text.shop}>{shop?.code ?? shared.shops.numbered(settlement.shop)}</Fact>
            <Fact name={text.cycle}>{cycle}</Fact>
            <Fact name={text.date}>{showMoment(madeAt)}</Fact>
            <Fact name={text.state}>{labelOf(shared.settlementStates, state)}</Fact>
            {endToEndId === "" ? null : <Fact name={text.endToEndId}>{endToEndId}</Fact>}
          </dl>
          <Sum programme={programme} settlement={settlement} />
          {state === "Paid" ? null : <p>{labelOf(text.states, state)}</p>}
          <dl className={classes.facts}>
            <Fact name={text.statement}>
              <HexValue value={statement} what={text.theStatement} />
            </Fact>
            <Fact name={text.transaction}>
              <HexValue value={transaction} what={text.theTransaction} />
            </Fact>
          </dl>
          <div className={classes.signatures}>
            <div>{text.forShop}</div>
            <div>{text.forAgency}</div>
          </div>
        </div>
      )}
    </Section>
  );
}

function Sum({ programme: { currency }, settlement }: SettlementPaperProps) {
  const { amount, withholding, commission, payment } = settlement;
  const lines = [
    [text.amount, showMoney(amount, currency)],
    [text.withholding, `${withholding > 0n ? "−" : ""}${showMoney(withholding, currency)}`],
    [text.commission, showMoney(commission, currency)],
    [text.payment, showMoney(payment, currency)],
  ] as const;
  return (
    <table className={classes.lines}>
      <tbody>
        {lines.map(([name, money]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{money}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
