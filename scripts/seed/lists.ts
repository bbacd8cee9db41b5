// SPDX-License-Identifier: Apache-2.0
import { toUtf8Bytes } from "ethers";
import { type Commitment, createCommitter, type ImportedList, importList } from "#sdk/list/index.ts";
import { type SyntheticList, syntheticList } from "#sdk/list/synthetic.ts";
import type { Currency } from "#sdk/money/index.ts";

/** Kind of identifier in the demonstration's lists. */
export const NAMESPACE = "national-id";

/** A file as a registration system exports it, and what a household gets by it. */
export interface DemoFile extends Pick<SyntheticList, "csv"> {
  /** Amount for each member of a household, as the file's reader types it. */
  readonly value: string;
}

const VOUCHER_VALUE = "30000";
const CASH_VALUE = "12.50";
/** Households of the second agency that the first one has as well, and those that only the second has. */
const SHARED = 60;
const MARKET_ONLY = 60;

/** The demonstration's files. The same each time. */
export const demoFiles = {
  vouchers: { ...syntheticList({ households: 480 }), value: VOUCHER_VALUE },
  cash: { ...syntheticList({ households: 160, seed: 2 }), value: CASH_VALUE },
  /** The second agency's: some of them are in the vouchers' list, too. */
  market: {
    ...joined(
      firstOf(syntheticList({ households: 480 }), SHARED),
      syntheticList({ households: MARKET_ONLY, seed: 4 }),
    ),
    value: CASH_VALUE,
  },
  /** Households that came lately: they have no accounts yet. */
  arrivals: { ...syntheticList({ households: 24, seed: 3 }), value: VOUCHER_VALUE },
} satisfies Record<string, DemoFile>;

/** The first households of a list. */
function firstOf({ csv }: SyntheticList, households: number): string {
  return `${csv
    .split("\r\n")
    .slice(0, households + 1)
    .join("\r\n")}\r\n`;
}

/** The households of two lists in one. */
function joined(one: string, { csv }: SyntheticList): { readonly csv: string } {
  return { csv: one + csv.slice(csv.indexOf("\r\n") + 2) };
}

/** Read such a file in a programme's money. */
export function readDemoFile(
  { csv, value }: DemoFile,
  { currency, step }: { readonly currency: Currency; readonly step: bigint },
): ImportedList {
  return importList(toUtf8Bytes(csv), {
    mapping: {
      id: "nationalId",
      value,
      times: "totalHHSize",
      area: "scope",
      householdSize: "totalHHSize",
    },
    currency,
    step,
  });
}

/** The households' commitments, in the order of the list. */
export async function commitmentsOf(list: ImportedList, key: Uint8Array): Promise<Commitment[]> {
  const commit = await createCommitter({ key, namespace: NAMESPACE });
  return list.entitlements.map(({ identifier }) => commit(identifier));
}

/** What the office knows of the people in a file, by identifier. */
export function peopleIn({
  csv,
}: DemoFile): ReadonlyMap<string, { readonly name: string; readonly phone: string }> {
  const [header = "", ...lines] = csv.trim().split("\r\n");
  const columns = header.split(";");
  const [id, name, phone] = ["nationalId", "fullName", "phoneNumber"].map((column) =>
    columns.indexOf(column),
  );
  return new Map(
    lines.map((line) => {
      const cells = line.split(";");
      return [cells[id ?? 0] ?? "", { name: cells[name ?? 0] ?? "", phone: cells[phone ?? 0] ?? "" }];
    }),
  );
}
