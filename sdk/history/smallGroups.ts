// SPDX-License-Identifier: Apache-2.0

/**
 * Groups of fewer households are not counted in public. A programme's figure is that of one cycle, never a sum over cycles or a
 * number of distinct households, so that no difference of two published figures tells the size of a small group. Money is shown in
 * full: accounts that do not add up would be worth nothing, and the chain shows every entitlement by account number anyway.
 */
export const SMALLEST_GROUP = 10;

/** A number of households as it may be shown; null when the group is too small. */
export function publicCount(households: number): number | null {
  return households < SMALLEST_GROUP ? null : households;
}

/**
 * A number of households that were reached, as it may be shown: rounded down to a full ten, null under {@link SMALLEST_GROUP}. Exact figures
 * would tell small groups by subtraction: of a cycle from its programme, of those who have not come from those who were meant to,
 * of one day from the day before. Of rounded ones the true difference may be anything from 9 fewer to 9 more.
 */
export function publicReach(households: number): number | null {
  return publicCount(Math.floor(households / SMALLEST_GROUP) * SMALLEST_GROUP);
}

/**
 * Put entries together, in their order, until each group stands for at least {@link SMALLEST_GROUP} households. A rest that is too
 * small joins the group before it, so that it cannot be had by subtracting; where all are too small together, there is no group.
 *
 * Households of different entries may be the same ones, so a group counts as many as its largest entry, never their sum.
 */
export function mergeSmallGroups<T extends { readonly households: number }>(entries: readonly T[]): T[][] {
  const groups: T[][] = [];
  let open: T[] = [];
  for (const entry of entries) {
    open.push(entry);
    if (publicCount(entry.households) === null) continue;
    groups.push(open);
    open = [];
  }
  groups.at(-1)?.push(...open);
  return groups;
}
