// SPDX-License-Identifier: Apache-2.0

import type { OwnFund } from "#sdk/funds/desk/index.ts";
import { actTitle, explainAct } from "../../shared/acts/index.ts";
import { fundStepText } from "../../shared/funds/index.ts";
import { ButtonLink, type Column, DataTable, Section } from "../../shared/ui/index.ts";
import { words } from "./words/index.ts";

const text = words.funds;

/** One thing that waits for the reader in a donor fund. */
interface FundTask {
  readonly key: string;
  readonly fund: string;
  readonly name: string;
  readonly what: string;
  /** Where on the fund's page it is done. */
  readonly place: string;
}

/** What waits for the reader in donor funds: proposals of colleagues, and money that should be dealt with. */
export function FundsSection({ funds }: { readonly funds: readonly OwnFund[] }) {
  const tasks = funds.flatMap(tasksOf);
  if (tasks.length === 0) return null;
  return (
    <Section title={text.title} hint={text.hint}>
      {(headingId) => (
        <DataTable labelledBy={headingId} columns={COLUMNS} rows={tasks} rowKey={({ key }) => key} />
      )}
    </Section>
  );
}

/** Whether anything waits in these funds. */
export function waitsInFunds(funds: readonly OwnFund[]): boolean {
  return funds.some(({ toApprove, steps }) => toApprove.length + steps.length > 0);
}

function tasksOf({ handle, fund, toApprove, steps }: OwnFund): FundTask[] {
  const { address, name, currency } = handle;
  const names = new Map(fund.recipients.map((recipient) => [recipient.address, recipient.name]));
  const context = { currency, nameOf: (known: string) => names.get(known) };
  return [
    ...toApprove.map(({ actId, name: act, args }) => ({
      key: `${address} act ${actId}`,
      fund: address,
      name,
      what: actTitle(explainAct(act, args), context),
      place: "acts",
    })),
    ...steps.map((step) => ({
      key: `${address} ${step.step} ${step.recipient?.address ?? ""}`,
      fund: address,
      name,
      what: fundStepText(step, currency),
      place: step.step,
    })),
  ];
}

const COLUMNS: readonly [Column<FundTask>, ...Column<FundTask>[]] = [
  { key: "what", header: words.columns.what, isWide: true, canWrap: true, cell: ({ what }) => what },
  { key: "fund", header: text.fund, canWrap: true, cell: ({ name }) => name },
  {
    key: "step",
    header: words.columns.step,
    isWide: true,
    isStep: true,
    cell: ({ fund, name, what, place }) => {
      const label = place === "acts" ? words.steps.approveAct : text.open;
      return (
        <ButtonLink
          size="xs"
          variant="light"
          to="/console/funds/$address"
          params={{ address: fund }}
          hash={place}
          aria-label={words.stepOf(label, `${what}, ${name}`)}
        >
          {label}
        </ButtonLink>
      );
    },
  },
];
