// SPDX-License-Identifier: Apache-2.0

import { useInfiniteQuery } from "@tanstack/react-query";
import { shopsQuery } from "../api/index.ts";
import { words } from "../words/index.ts";

/** The office's code of a shop by its number; "Shop no. 7" while the list of shops is on its way or does not reach that far. */
export type ShopCodes = (shop: number) => string;

export function useShopCodes(address: string): ShopCodes {
  const { data } = useInfiniteQuery(shopsQuery(address));
  const codes = new Map(data?.pages.flatMap(({ items }) => items).map(({ id, code }) => [id, code]));
  return (shop) => codes.get(shop) ?? words.shops.numbered(shop);
}
