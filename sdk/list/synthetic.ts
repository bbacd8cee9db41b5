// SPDX-License-Identifier: Apache-2.0

/**
 * A made-up household list for demonstrations and tests, in the shape that field registration systems export:
 * semicolons, a factor column `totalHHSize`, an identifier column `nationalId`. Every person in it is
 * invented by a seeded generator; the same seed gives the same bytes.
 */
export interface SyntheticList {
  readonly csv: string;
  readonly households: number;
  /** Sum of the household sizes. */
  readonly members: number;
}

export interface SyntheticListOptions {
  readonly households: number;
  readonly seed?: number;
}

const HEADER =
  "provider;phoneNumber;language;scope;village;fullName;age;gender;under5;over65;totalHHSize;nationalId";
const AREAS = [
  ["north.hillside", "Teremo"],
  ["north.hillside", "Akasi"],
  ["north.lakeside", "Obalu"],
  ["north.lakeside", "Wendira"],
  ["south.market", "Kiluno"],
  ["south.market", "Sarabe"],
  ["south.river", "Manduwa"],
  ["coast", "Pelika"],
] as const;
const GIVEN = [
  "Aluma",
  "Beniso",
  "Chedora",
  "Dalimo",
  "Esanta",
  "Fadiro",
  "Golema",
  "Hasuni",
  "Imaro",
  "Jolani",
  "Kesira",
  "Lumeno",
];
const FAMILY = [
  "Abareko",
  "Bolinda",
  "Cedrano",
  "Dumasi",
  "Ekwari",
  "Fenoba",
  "Gathimo",
  "Hobari",
  "Iskande",
  "Jumora",
  "Karembu",
];
const GENDERS = ["female", "male"] as const;

/** 8-digit identifiers without repetition: multiplying by a number coprime to the range permutes it. */
const ID_RANGE = 90_000_000;
const ID_STEP = 48_271_043;

/** @param options Up to 90 million households; the seed is 1 when not given. */
export function syntheticList({ households, seed = 1 }: SyntheticListOptions): SyntheticList {
  const below = seededRandom(seed);
  const pick = <T>(values: readonly T[]): T => values[below(values.length)] as T;
  const lines = [HEADER];
  let members = 0;
  for (let i = 0; i < households; i++) {
    const [scope, village] = pick(AREAS);
    const size = 1 + below(4) + below(5);
    const under5 = below(Math.min(size, 3));
    const over65 = below(Math.min(size - under5, 3));
    const nationalId = 10_000_000 + Number((BigInt(i) * BigInt(ID_STEP) + BigInt(seed)) % BigInt(ID_RANGE));
    const phone = `99900${String(below(10_000_000)).padStart(7, "0")}`;
    const name = `${pick(GIVEN)} ${pick(FAMILY)}`;
    const person = `${scope};${village};${name};${18 + below(70)};${pick(GENDERS)}`;
    lines.push(`Cash agent;${phone};en;${person};${under5};${over65};${size};${nationalId}`);
    members += size;
  }
  return { csv: `${lines.join("\r\n")}\r\n`, households, members };
}

/** Mulberry32: small, fast, the same on every machine; not for secrets. */
function seededRandom(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}
