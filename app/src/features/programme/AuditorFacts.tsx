// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { checkQuery, type Programme } from "../../shared/api/index.ts";
import { countOf, showMoney } from "../../shared/format/index.ts";
import { HexValue, Section } from "../../shared/ui/index.ts";
import { words } from "../../shared/words/index.ts";
import classes from "./programme.module.css";

const text = words.programme;

/** What somebody needs who checks the page against the ledger itself. */
export function AuditorFacts({ programme }: { readonly programme: Programme }) {
  const { address, asset, payableStep, currency, purpose } = programme;
  return (
    <Section title={text.forAuditors} hint={text.forAuditorsHint}>
      {() => (
        <dl className={classes.auditor}>
          <div>
            <dt>{text.address}</dt>
            <dd>
              <HexValue value={address} what={text.theAddress} isFull />
            </dd>
          </div>
          <div>
            <dt>{text.asset}</dt>
            <dd>
              <HexValue value={asset} what={text.theAsset} isFull />
            </dd>
          </div>
          <div>
            <dt>{text.totals}</dt>
            <dd>
              <TotalsCheck address={address} />
            </dd>
          </div>
          <div>
            <dt>{text.payableStep}</dt>
            <dd>{showMoney(payableStep, currency)}</dd>
          </div>
          <div>
            <dt>{text.purpose}</dt>
            <dd>{purpose || words.none}</dd>
          </div>
        </dl>
      )}
    </Section>
  );
}

/** The history server adds all events up anew and compares: programme, cycles, shops and settlements. */
function TotalsCheck({ address }: { readonly address: string }) {
  const { data } = useQuery(checkQuery(address));
  if (data === undefined) return words.notKnown;
  if (data.ok) return text.totalsTie;
  return (
    <>
      {text.totalsWrong(countOf(data.problems.length, text.total))}
      <ul className={classes.wrongTotals}>
        {data.problems.map(({ rule, expected, actual }) => (
          <li key={rule}>{text.totalRule(rule, expected, actual)}</li>
        ))}
      </ul>
    </>
  );
}
