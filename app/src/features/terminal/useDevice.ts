// SPDX-License-Identifier: Apache-2.0

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Wallet } from "ethers";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { config } from "../../shared/config/index.ts";
import { openDatabase } from "./database.ts";
import { findTerminalKey, forgetTerminalKey, makeTerminalKey } from "./terminalKey.ts";

/** This browser as a point of sale of one programme. */
export interface Device {
  readonly database: IDBDatabase;
  /** Undefined until it is set up. */
  readonly wallet: Wallet | undefined;
}

/** This device's key for a programme, and how it gets one. A new key takes the place of the one before. */
export function useDevice({ address }: Pick<ProgrammeHandle, "address">) {
  const client = useQueryClient();
  const place = { chainId: config().chain.id, programme: address };
  const queryKey = ["terminal-device", address];
  const device = useQuery({
    queryKey,
    queryFn: async (): Promise<Device> => {
      const database = await openDatabase();
      return { database, wallet: await findTerminalKey(database, place) };
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    // A key stays in memory no longer than its page.
    gcTime: 0,
  });
  const make = useMutation({
    mutationFn: async ({ database, wallet }: Device) => {
      // So that the browser does not clear receipts away when the disk is full; whether it agrees changes nothing here.
      await navigator.storage.persist();
      if (wallet !== undefined) await forgetTerminalKey(database, place);
      await makeTerminalKey(database, place);
    },
    onSuccess: () => client.invalidateQueries({ queryKey }),
  });
  return { device, make };
}
