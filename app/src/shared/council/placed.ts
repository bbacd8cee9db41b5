// SPDX-License-Identifier: Apache-2.0

/** Items with their place, from 0, by which they are told apart where two can be equal. */
export function placed<Item>(items: readonly Item[]): { readonly place: number; readonly item: Item }[] {
  return items.map((item, place) => ({ place, item }));
}
