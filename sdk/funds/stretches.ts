// SPDX-License-Identifier: Apache-2.0

/** Money in a line, from one place to another, ledger units. */
export interface Stretch {
  readonly from: bigint;
  readonly to: bigint;
}

/** The entries that have something in common with a stretch. @param entries In the order of their places. */
export function* between<T extends Stretch>(
  entries: readonly T[],
  piece: Stretch,
): Generator<T, void, undefined> {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.to ?? 0n) > piece.from) high = middle;
    else low = middle + 1;
  }
  for (let i = low; i < entries.length; i++) {
    const entry = entries[i];
    if (entry === undefined || entry.from >= piece.to) return;
    yield entry;
  }
}

/** How much two stretches have in common. */
export function common(a: Stretch, b: Stretch): bigint {
  const length = smaller(a.to, b.to) - larger(a.from, b.from);
  return length > 0n ? length : 0n;
}

export function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

export function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
