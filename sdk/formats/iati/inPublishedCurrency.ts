// SPDX-License-Identifier: Apache-2.0

import { isPublishedCurrency } from "../currencyCodes.ts";
import { formatDecimal, parseDecimal } from "../decimal.ts";
import { ExportError } from "../ExportError.ts";
import type { ExportProfile, ReportedCurrency } from "../exportProfile.ts";
import type { IatiActivity, IatiTransaction } from "./model.ts";

/**
 * An activity as IATI can state it. Its code list of currencies is complete, so that money in anything else, such as ether, is stated in
 * the currency and at the rates that the organisation reports it at: exactly, with the amount of the ledger and the rate beside it. No
 * rate is made up.
 * @throws ExportError EXPORT-103 for a currency that nobody says how to report; EXPORT-104 for a day before the first of its rates.
 */
export function inPublishedCurrency(activity: IatiActivity, { currencies }: ExportProfile): IatiActivity {
  const reported = (code: string): ReportedCurrency | undefined => {
    if (isPublishedCurrency(code)) return undefined;
    const found = currencies[code];
    if (found === undefined)
      throw new ExportError("noCurrency", { activity: activity.title, currency: code });
    return found;
  };
  return {
    ...activity,
    defaultCurrency: reported(activity.defaultCurrency)?.code ?? activity.defaultCurrency,
    transactions: activity.transactions.map((transaction) => {
      const as = reported(transaction.currency);
      return as === undefined ? transaction : converted(transaction, as);
    }),
  };
}

function converted(transaction: IatiTransaction, { code, rates }: ReportedCurrency): IatiTransaction {
  const { currency, day, value, description } = transaction;
  const since = Object.keys(rates)
    .filter((from) => from <= day)
    .toSorted()
    .at(-1);
  const rate = parseDecimal(rates[since ?? ""] ?? "");
  if (rate === undefined) throw new ExportError("noRate", { currency, day });
  const told = `${formatDecimal(value)} ${currency} at ${formatDecimal(rate)} ${code}`;
  return {
    ...transaction,
    currency: code,
    value: { units: value.units * rate.units, scale: value.scale + rate.scale },
    description: description === undefined ? told : `${description} (${told})`,
  };
}
