// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { type ProgrammeHandle, readOrganisation, type SettlementDetail } from "#sdk/agency/index.ts";
import { useShopDetails } from "../../shared/desk/index.ts";
import { showMoment, showMoney } from "../../shared/format/index.ts";
import { useSuite } from "../../shared/ledger/index.ts";
import { PrintButton } from "../../shared/print/index.ts";
import { FactGrid, HexValue, Section } from "../../shared/ui/index.ts";
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
          <FactGrid
            isInset
            facts={[
              [text.agency, agency?.name ?? "–"],
              [text.programme, programme.name],
              [text.shop, shop?.code ?? shared.shops.numbered(settlement.shop)],
              [text.cycle, cycle],
              [text.date, showMoment(madeAt)],
              [text.state, labelOf(shared.settlementStates, state)],
              ...(endToEndId === "" ? [] : [[text.endToEndId, endToEndId] as const]),
            ]}
          />
          <Sum programme={programme} settlement={settlement} />
          {state === "Paid" ? null : <p>{labelOf(text.states, state)}</p>}
          <FactGrid
            isInset
            facts={[
              [text.statement, <HexValue key="statement" value={statement} what={text.theStatement} />],
              [
                text.transaction,
                <HexValue key="transaction" value={transaction} what={text.theTransaction} />,
              ],
            ]}
          />
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
