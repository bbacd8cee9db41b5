// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { ZeroAddress } from "ethers";
import { readOrganisation, type Suite } from "#sdk/agency/index.ts";
import { timeNow } from "#sdk/agreements/index.ts";
import {
  type FundHandle,
  listFunds,
  type OwnFund,
  openFund,
  permitDomain,
  readFund,
  readGifts,
  readHoldings,
  readOwnFund,
} from "#sdk/funds/desk/index.ts";
import { LEDGER_KEY } from "../../shared/api/index.ts";
import { useSuite } from "../../shared/ledger/index.ts";
import { useWallet } from "../../shared/wallet/index.ts";

/** How often the node is asked when the history server, whose new blocks otherwise tell, is down. */
const POLL_MS = 15_000;

/** Everything that the page of a fund shows, as whoever is connected sees it. */
export interface FundView extends OwnFund {
  /** Name of the organisation whose fund it is. */
  readonly owner: string;
}

/** A fund, read from the node. */
export function useFund(address: string) {
  const suite = useSuite();
  const { address: reader } = useWallet();
  return useQuery({
    queryKey: [LEDGER_KEY, "fund-desk", address, reader],
    queryFn: () => readView(suite, address, reader ?? ZeroAddress),
    refetchInterval: POLL_MS,
  });
}

async function readView(suite: Suite, address: string, reader: string): Promise<FundView> {
  const [handle, now] = await Promise.all([openFund(suite, address), timeNow(suite)]);
  const [own, { name }] = await Promise.all([
    readOwnFund(suite, handle, reader, now),
    readOrganisation(suite, handle.organisation),
  ]);
  return { ...own, owner: name };
}

/** All funds of the consortium, with their books. */
export function useFunds() {
  const suite = useSuite();
  return useQuery({
    queryKey: [LEDGER_KEY, "funds-desk"],
    queryFn: async () => {
      const handles = await listFunds(suite);
      return await Promise.all(
        handles.map(async (handle) => {
          const [fund, { name }] = await Promise.all([
            readFund(suite, handle),
            readOrganisation(suite, handle.organisation),
          ]);
          return { handle, fund, owner: name };
        }),
      );
    },
    refetchInterval: POLL_MS,
  });
}

/** What whoever is connected could give; undefined while nobody knows. */
export function useHoldings(handle: FundHandle) {
  const suite = useSuite();
  const { address } = useWallet();
  return useQuery({
    queryKey: [LEDGER_KEY, "holdings", handle.address, address],
    queryFn: () => readHoldings(suite, handle, address ?? ZeroAddress),
    enabled: address !== undefined,
  });
}

/** What whoever is connected gave to the fund, newest first. */
export function useGifts(handle: FundHandle) {
  const suite = useSuite();
  const { address } = useWallet();
  return useQuery({
    queryKey: [LEDGER_KEY, "gifts", handle.address, address],
    queryFn: () => readGifts(suite, handle, address ?? ZeroAddress),
    enabled: address !== undefined,
  });
}

/** In which domain the fund's token takes permits; null where it takes none. It never changes, so it is asked once. */
export function usePermitDomain({ asset }: FundHandle) {
  const suite = useSuite();
  return useQuery({
    queryKey: ["permit-domain", asset],
    queryFn: async () => (await permitDomain(suite, asset)) ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
