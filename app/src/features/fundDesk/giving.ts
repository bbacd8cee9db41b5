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
