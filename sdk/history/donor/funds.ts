// SPDX-License-Identifier: Apache-2.0

import { textOfReference } from "../codes.ts";
import type { ReadRows } from "../readRows.ts";
import type { Row } from "../rows.ts";
import type {
  AllocationView,
  ContributionKind,
  ContributionView,
  FundDetail,
  FundSummary,
  PotView,
} from "../shapes/index.ts";
import { Directory } from "./directory.ts";

/** All funds, the oldest first. */
export async function fundsOf(read: ReadRows): Promise<FundSummary[]> {
  const directory = await Directory.read(read);
  return directory.funds.map((fund) => fundSummary(fund, directory));
}

/** @param address Checksummed. */
export async function fundOf(read: ReadRows, address: string): Promise<FundDetail | undefined> {
  const directory = await Directory.read(read);
  const fund = directory.funds.find((one) => one.address === address);
  if (fund === undefined) return undefined;
  const pots = await read("pots", { fund: address });
  return {
    ...fundSummary(fund, directory),
    pots: pots.toSorted((a, b) => (a.earmark < b.earmark ? -1 : 1)).map((pot) => potView(pot, directory)),
  };
}

function fundSummary(fund: Row<"funds">, directory: Directory): FundSummary {
  const { contributed, returned, unbooked, allocated } = fund;
  return {
    address: fund.address,
    name: fund.name,
    organisation: directory.organisation(fund.organisation),
    asset: fund.asset,
    currency: directory.currency(fund.asset),
    createdAt: fund.createdAt,
    contributed: contributed.toString(),
    returned: returned.toString(),
    unbooked: unbooked.toString(),
    allocated: allocated.toString(),
    held: (contributed + returned + unbooked - allocated).toString(),
    unattributed: fund.unattributed.toString(),
    contributions: fund.contributions,
    allocations: fund.allocations,
  };
}

function potView({ earmark, contributed, allocated }: Row<"pots">, directory: Directory): PotView {
  return {
    earmark: earmark === "" ? null : directory.recipient(earmark),
    contributed: contributed.toString(),
    allocated: allocated.toString(),
    available: (contributed - allocated).toString(),
  };
}

export function contributionView(row: Row<"contributions">, directory: Directory): ContributionView {
  return {
    id: row.id,
    kind: row.kind as ContributionKind,
    donor: row.donor,
    reference: row.reference,
    referenceText: row.reference === null ? null : textOfReference(row.reference),
    earmark: row.earmark === null ? null : directory.recipient(row.earmark),
    amount: (row.last - row.first).toString(),
    parent: row.parent,
    day: row.day,
    transaction: row.transaction,
  };
}

export function allocationView(row: Row<"allocations">, directory: Directory): AllocationView {
  return {
    id: row.id,
    kind: row.kind as AllocationView["kind"],
    recipient: directory.recipient(row.recipient),
    isEarmarked: row.isEarmarked,
    reference: row.reference,
    referenceText: row.reference === null ? null : textOfReference(row.reference),
    amount: (row.last - row.first).toString(),
    returned: row.returned.toString(),
    day: row.day,
    transaction: row.transaction,
  };
}
