// SPDX-License-Identifier: Apache-2.0

import type { AgreementMoney } from "#sdk/agreements/index.ts";
import { shareOf } from "../../../shared/format/index.ts";
import { Amount, Section } from "../../../shared/ui/index.ts";
import classes from "../agreementDesk.module.css";
import type { AgreementView } from "../useAgreement.ts";
import { words } from "../words/index.ts";
import { EscrowActs } from "./EscrowActs.tsx";

const text = words.money;

/** The money of an agreement: committed, escrowed, paid, outstanding; and what brings it in and back. */
export function MoneyPart({ view }: { readonly view: AgreementView }) {
  const { agreement, handle } = view;
  const { money, advance } = agreement;
  const escrowed = money.pending - money.unfunded;
  const facts = [
    ["committed", money.committed],
    ["held", money.held],
    ["paid", money.paid],
    ["outstanding", money.pending],
    ...(money.unfunded > 0n ? [["unfunded", money.unfunded] as const] : []),
    ...(advance === undefined || advance.outstanding === 0n
      ? []
      : [["advance", advance.outstanding] as const]),
    ...(money.excess > 0n ? [["excess", money.excess] as const] : []),
    ...(money.returned > 0n ? [["returned", money.returned] as const] : []),
    ...(money.credited > 0n ? [["credited", money.credited] as const] : []),
  ] as const;
  return (
    <Section title={text.title} hint={text.hint} anchor="money">
      {() => (
        <>
          <div className={classes.money}>
            <Bar money={money} escrowed={escrowed} />
            <dl className={classes.figures}>
              {facts.map(([name, amount]) => (
                <div key={name}>
                  <dt>
                    <span className={classes.swatch} data-part={name} aria-hidden="true" />
                    {text.facts[name]}
                  </dt>
                  <dd>
                    <Amount value={amount} currency={handle.currency} withCode />
                  </dd>
                  <dd className={classes.meaning}>{text.meanings[name]}</dd>
                </div>
              ))}
            </dl>
          </div>
          <EscrowActs view={view} />
        </>
      )}
    </Section>
  );
}

/** The same as the figures beside it say, as one bar. */
function Bar({ money, escrowed }: { readonly money: AgreementMoney; readonly escrowed: bigint }) {
  const parts = [
    ["paid", money.paid],
    ["held", escrowed],
    ["unfunded", money.unfunded],
  ] as const;
  return (
    <div className={classes.bar} aria-hidden="true">
      {parts
        .filter(([, amount]) => amount > 0n)
        .map(([part, amount]) => (
          <span key={part} data-part={part} style={{ flexGrow: shareOf(amount, money.committed) }} />
        ))}
    </div>
  );
}
