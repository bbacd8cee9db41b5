// SPDX-License-Identifier: Apache-2.0

import { MONEY_STATES, type MoneyState } from "../entryKinds.ts";
import type { ReadRows } from "../readRows.ts";
import type { Row } from "../rows.ts";
import type { AssetOverview, OverviewView, RateView, StateTotal, Whereabouts } from "../shapes/index.ts";
import { publicReach } from "../smallGroups.ts";
import { Directory } from "./directory.ts";
import { monthsOf } from "./months.ts";

/** Everything that one token did. */
interface AssetRows {
  readonly funds: readonly Row<"funds">[];
  readonly programmes: readonly Row<"programmes">[];
  readonly agreements: readonly Row<"agreements">[];
  readonly tallies: readonly Row<"tallies">[];
  readonly months: readonly Row<"months">[];
  readonly issues: readonly Row<"issues">[];
  /** Of all programmes. */
  readonly fees: readonly Row<"fees">[];
}

/** What all the money did, token by token: how much reached each state, where it is, what it cost, and what nothing explains. */
export async function overviewOf(read: ReadRows): Promise<OverviewView> {
  const directory = await Directory.read(read);
  const { funds, programmes, agreements } = directory;
  const tallies = await read("tallies");
  const months = await read("months");
  const issues = await read("issues");
  const fees = await read("fees");
  const [everybody] = await read("reached", { scope: "" });
  const ofAsset = <T extends { readonly asset: string }>(rows: readonly T[], asset: string): T[] =>
    rows.filter((row) => row.asset === asset);
  return {
    assets: directory.assets.map((asset) => ({
      asset,
      currency: directory.currency(asset),
      ...assetOverview({
        funds: ofAsset(funds, asset),
        programmes: ofAsset(programmes, asset),
        agreements: ofAsset(agreements, asset),
        tallies: ofAsset(tallies, asset),
        months: ofAsset(months, asset),
        issues: ofAsset(issues, asset),
        fees,
      }),
    })),
    reached: { households: publicReach(everybody?.households ?? 0), people: null },
    programmes: programmes.length,
    agreements: agreements.length,
    funds: funds.length,
  };
}

function assetOverview(rows: AssetRows): Omit<AssetOverview, "asset" | "currency"> {
  const { funds, programmes, tallies, issues } = rows;
  const whereabouts = whereaboutsOf(rows);
  const explained = sum(Object.values(whereabouts), (amount) => amount);
  const contributed = totalOf(tallies, "contributed");
  const transfers = programmes.reduce((count, programme) => count + programme.transfers, 0);
  const commission = sum(programmes, (programme) => programme.commission);
  return {
    states: MONEY_STATES.map((state) => stateTotal(tallies, state)),
    whereabouts: texts(whereabouts),
    months: monthsOf(rows.months),
    unexplained: (contributed - explained).toString(),
    unattributed: sum(funds, ({ unattributed }) => unattributed).toString(),
    cost: {
      transfers,
      amount: totalOf(tallies, "redeemed").toString(),
      commission: commission.toString(),
      commissionPerTransfer: transfers === 0 ? null : (commission / BigInt(transfers)).toString(),
      gas: gasOf(rows, transfers),
    },
    rates: issues.toSorted((a, b) => a.block - b.block || a.logIndex - b.logIndex).map(rateView),
  };
}

function stateTotal(tallies: readonly Row<"tallies">[], state: MoneyState): StateTotal {
  const mine = tallies.filter((tally) => tally.state === state);
  const at = (place: string): string =>
    sum(mine, (tally) => (tally.place === place ? tally.amount : 0n)).toString();
  return {
    state,
    amount: totalOf(tallies, state).toString(),
    entries: mine.reduce((count, { entries }) => count + entries, 0),
    funds: at("funds"),
    programmes: at("programmes"),
    agreements: at("agreements"),
  };
}

/** From the books of each contract, not from the entries: so that what does not add up shows. */
function whereaboutsOf({ funds, programmes, agreements }: AssetRows): Record<keyof Whereabouts, bigint> {
  // What funds took back from recipients, booked or not. Released earmarks never left.
  const takenBack = sum(
    funds,
    ({ returned, released, unbooked, unattributed }) => returned - released + unbooked + unattributed,
  );
  return {
    inFunds: sum(funds, ({ contributed, returned, allocated }) => contributed + returned - allocated),
    unbooked: sum(funds, ({ unbooked }) => unbooked),
    free: sum(programmes, ({ free }) => free),
    fees: sum(programmes, ({ fees }) => fees),
    reserved: sum(programmes, ({ reserved }) => reserved),
    owed: sum(programmes, ({ owed }) => owed),
    instructed: sum(programmes, ({ instructed }) => instructed),
    paidToShops: sum(programmes, ({ settled }) => settled),
    escrow: sum(
      agreements,
      ({ escrowed, refunded, paid, returned }) => escrowed + refunded - paid - returned,
    ),
    paidToPartners: sum(agreements, ({ paid, refunded }) => paid - refunded),
    returned: sum([...programmes, ...agreements], ({ returned }) => returned) - takenBack,
  };
}

/** Null where the fees of no transaction were read. */
function gasOf({ programmes, fees }: AssetRows, transfers: number): AssetOverview["cost"]["gas"] {
  const mine = fees.filter(({ programme }) => programmes.some(({ address }) => address === programme));
  if (mine.length === 0) return null;
  const wei = sum(mine, (fee) => fee.wei);
  return {
    transactions: mine.reduce((count, fee) => count + fee.transactions, 0),
    gasUsed: sum(mine, (fee) => fee.gasUsed).toString(),
    wei: wei.toString(),
    weiPerTransfer: transfers === 0 ? null : (wei / BigInt(transfers)).toString(),
  };
}

function totalOf(tallies: readonly Row<"tallies">[], state: MoneyState): bigint {
  return sum(tallies, (tally) => (tally.state === state ? tally.amount : 0n));
}

function rateView(issue: Row<"issues">): RateView {
  return {
    amount: issue.amount.toString(),
    sourceAmount: issue.sourceAmount.toString(),
    sourceCurrency: issue.sourceCurrency,
    rate: issue.rate.toString(),
    document: issue.document,
    transaction: issue.transaction,
  };
}

function texts<K extends string>(amounts: Readonly<Record<K, bigint>>): Record<K, string> {
  const entries = Object.entries<bigint>(amounts).map(([name, amount]) => [name, amount.toString()]);
  return Object.fromEntries(entries) as Record<K, string>;
}

function sum<T>(items: readonly T[], amountOf: (item: T) => bigint): bigint {
  return items.reduce((total, item) => total + amountOf(item), 0n);
}
