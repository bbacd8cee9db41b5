// SPDX-License-Identifier: Apache-2.0

import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { acts, type ProgrammeHandle } from "#sdk/agency/index.ts";
import { useBalances, useSources } from "../../shared/cycles/index.ts";
import { level, MoneyField, moneyIn } from "../../shared/form/index.ts";
import { showMoney } from "../../shared/format/index.ts";
import { Section } from "../../shared/ui/index.ts";
import { NeedsOfficer } from "../../shared/wallet/index.ts";
import classes from "./desk.module.css";
import { Fold } from "./Fold.tsx";
import { FundForm, SourceSelect } from "./FundForm.tsx";
import { ProposeAct } from "./ProposeAct.tsx";
import { SourceForm } from "./SourceForm.tsx";
import { words } from "./words/index.ts";

interface MoneyActProps {
  readonly programme: ProgrammeHandle;
}

/** Everything that moves the programme's money outside of cycles and settlements. */
export function MoneyActs({ programme }: MoneyActProps) {
  return (
    <Section title={words.money.acts} hint={words.money.actsHint} anchor="money-acts">
      {() => (
        <div className={classes.folds}>
          <FundForm programme={programme} />
          <FeesForm programme={programme} />
          <ReturnForm programme={programme} />
          <SourceForm programme={programme} />
        </div>
      )}
    </Section>
  );
}

/** Free money is set aside for shops' commissions, or taken back; never more than there is. */
function FeesForm({ programme }: MoneyActProps) {
  const text = words.fees;
  const { currency } = programme;
  const { data } = useBalances(programme);
  const [direction, setDirection] = useState<"add" | "takeBack">("add");
  const [typed, setTyped] = useState("");
  const available = direction === "add" ? data?.free : data?.fees;
  const amount = moneyIn(typed, currency);
  const isTooMuch = amount !== undefined && available !== undefined && amount > available;
  return (
    <Fold title={text.title} hint={text.hint}>
      <NeedsOfficer as="Finance">
        <div className={classes.fields}>
          <NativeSelect
            label={text.direction}
            {...level}
            data={[
              { value: "add", label: text.add },
              { value: "takeBack", label: text.takeBack },
            ]}
            value={direction}
            onChange={(event) => setDirection(event.currentTarget.value === "add" ? "add" : "takeBack")}
          />
          <MoneyField
            label={text.amount}
            currency={currency}
            value={typed}
            onChange={setTyped}
            hint={available === undefined ? undefined : text.available(showMoney(available, currency))}
            fault={isTooMuch ? text.tooMuch : undefined}
          />
        </div>
        <ProposeAct
          programme={programme}
          name="fees"
          calldata={
            amount === undefined || isTooMuch ? undefined : () => acts.changeFeeReserve(amount, direction)
          }
          onDone={() => setTyped("")}
        />
      </NeedsOfficer>
    </Fold>
  );
}

/** Free money leaves the programme, to a recorded source only. */
function ReturnForm({ programme }: MoneyActProps) {
  const text = words.returnUnspent;
  const { currency } = programme;
  const { data: balances } = useBalances(programme);
  const { data: sources = [] } = useSources(programme);
  const [chosen, setChosen] = useState("");
  const [typed, setTyped] = useState("");
  const source = chosen === "" ? (sources[0]?.address ?? "") : chosen;
  const amount = moneyIn(typed, currency);
  const isTooMuch = amount !== undefined && balances !== undefined && amount > balances.free;
  return (
    <Fold title={text.title} hint={text.hint}>
      <NeedsOfficer as="Finance">
        {sources.length === 0 ? (
          <p>{words.fund.noSource}</p>
        ) : (
          <>
            <div className={classes.fields}>
              <MoneyField
                label={text.amount}
                currency={currency}
                value={typed}
                onChange={setTyped}
                hint={
                  balances === undefined
                    ? undefined
                    : words.fees.available(showMoney(balances.free, currency))
                }
                fault={isTooMuch ? words.fees.tooMuch : undefined}
              />
              <SourceSelect label={text.source} sources={sources} value={source} onChange={setChosen} />
            </div>
            <ProposeAct
              programme={programme}
              name="return-unspent"
              calldata={
                amount === undefined || isTooMuch ? undefined : () => acts.returnUnspent(amount, source)
              }
              onDone={() => setTyped("")}
            />
          </>
        )}
      </NeedsOfficer>
    </Fold>
  );
}
