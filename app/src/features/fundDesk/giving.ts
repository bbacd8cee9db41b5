// SPDX-License-Identifier: Apache-2.0

/** References are kept as plain characters, so that everybody's keyboard can write them. */
const PLAIN = /^[\x20-\x7e]{0,31}$/;
/** Two words of letters, an address of electronic mail, or so many digits as a telephone number has. */
const PERSONAL = [/\p{L}{2,}[\s,.]+\p{L}{2,}/u, /@/, /(?:\d[\s().-]?){8,}/];

export type ReferenceFault = "plain" | "personal";

/** What is wrong with a reference: it cannot be kept, or looks as if it named somebody, and it would be public for ever. */
export function referenceFault(reference: string): ReferenceFault | undefined {
  if (!PLAIN.test(reference)) return "plain";
  return PERSONAL.some((form) => form.test(reference)) ? "personal" : undefined;
}

/** Letters and digits that nobody confuses on paper. */
const CLEAR = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const GROUPS = 3;
const GROUP = 4;

/** A reference that leads to nobody, such as "G-7KQ4-2MXT-9RWH": 60 bits by chance, which nobody else will draw. */
export function randomReference(): string {
  const drawn = crypto.getRandomValues(new Uint8Array(GROUPS * GROUP));
  // 32 characters: five bits of each byte, so that none is likelier than another.
  const text = Array.from(drawn, (byte) => CLEAR.charAt(byte % CLEAR.length)).join("");
  const groups = Array.from({ length: GROUPS }, (_, i) => text.slice(i * GROUP, (i + 1) * GROUP));
  const reference = ["G", ...groups].join("-");
  // Once in ten thousand it looks like a telephone number.
  return referenceFault(reference) === undefined ? reference : randomReference();
}

/** How the money gets to the fund. */
export type Way = "ether" | "permit" | "approve";

interface Means {
  readonly takesEther: boolean;
  /** Whether the token takes signed permits. */
  readonly hasPermit: boolean;
}

/** Every way that is open, the easiest first: one signature of ether, one transaction with a permit, two transactions. */
export function waysOf({ takesEther, hasPermit }: Means): readonly Way[] {
  return [
    ...(takesEther ? (["ether"] as const) : []),
    ...(hasPermit ? (["permit"] as const) : []),
    "approve",
  ];
}
