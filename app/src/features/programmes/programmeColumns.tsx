// SPDX-License-Identifier: Apache-2.0

import type { ProgrammeSummary } from "../../shared/api/index.ts";
import { showAmount, showCount, showHouseholds, showMoney } from "../../shared/format/index.ts";
import { MoneyBar, totalMoney } from "../../shared/money/index.ts";
import { type Column, TextLink } from "../../shared/ui/index.ts";
import { labelOf, words } from "../../shared/words/index.ts";
import classes from "./programmes.module.css";

const text = words.programmes;

export const programmeColumns: readonly [Column<ProgrammeSummary>, ...Column<ProgrammeSummary>[]] = [
  {
    key: "programme",
    header: text.columns.programme,
    cell: ({ address, name }) => (
      <TextLink to="/programmes/$address" params={{ address }} fw={600}>
        {name}
      </TextLink>
    ),
  },
  {
    key: "agency",
    header: text.columns.agency,
    canWrap: true,
    cell: ({ organisation }) => organisation.name,
  },
  {
    key: "modality",
    header: text.columns.modality,
    cell: ({ modality, currency }) => `${labelOf(words.modalities, modality)}, ${currency.code}`,
  },
  {
    key: "households",
    header: text.columns.households,
    isFigure: true,
    cell: ({ households }) => showHouseholds(households),
  },
  {
    key: "cycles",
    header: text.columns.cycles,
    isFigure: true,
    cell: ({ cyclesOpen }) => showCount(cyclesOpen),
  },
  {
    key: "money",
    header: text.columns.money,
    isWide: true,
    cell: (programme) => <MoneyCell programme={programme} />,
  },
];

function MoneyCell({ programme: { balances, currency } }: { readonly programme: ProgrammeSummary }) {
  const total = totalMoney(balances);
  if (total === 0n) return words.money.empty;
  return (
    <div className={classes.money}>
      <MoneyBar balances={balances} isThin />
      <span>{text.settledOf(showAmount(balances.settled, currency), showMoney(total, currency))}</span>
    </div>
  );
}
