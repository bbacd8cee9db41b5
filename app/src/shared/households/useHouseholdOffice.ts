// SPDX-License-Identifier: Apache-2.0

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Envelope } from "#sdk/households/index.ts";
import { type Me, type OfficeClient, OfficeError } from "#sdk/office/index.ts";
import { useOffice } from "../office/index.ts";
import { ME_KEY } from "../office/useOfficeSession.ts";
import type { HouseholdOffice } from "./port.ts";

/** The office that keeps this agency's household data; undefined while nobody is signed in. */
export function useHouseholdOffice(): HouseholdOffice | undefined {
  const { client, me } = useOffice();
  const queryClient = useQueryClient();
  const officer = me?.kind === "officer" ? me.address : undefined;
  const organisation = me?.organisation.id;
  return useMemo(
    () =>
      officer === undefined || organisation === undefined
        ? undefined
        : householdOffice({ client, queryClient, organisation, officer }),
    [client, queryClient, officer, organisation],
  );
}

interface Parts extends Pick<HouseholdOffice, "organisation" | "officer"> {
  readonly client: OfficeClient;
  readonly queryClient: QueryClient;
}

function householdOffice({ client, queryClient, organisation, officer }: Parts): HouseholdOffice {
  return {
    organisation,
    officer,
    onLeave: (call) =>
      queryClient.getQueryCache().subscribe(() => {
        if (queryClient.getQueryData<Me | null>(ME_KEY)?.address !== officer) call();
      }),
    async readEnvelope() {
      const kept = await client.readEnvelope();
      return kept === null ? undefined : { value: kept.envelope, version: kept.version };
    },
    async writeEnvelope(envelope: Envelope, version = 0) {
      await client.writeEnvelope(version, envelope);
    },
    async readIndex() {
      const pages = await client.listHouseholdPages();
      return new Map(pages.map(({ page, version }) => [page, version]));
    },
    async readPage(page) {
      return (await client.readHouseholdPage(page)) ?? undefined;
    },
    async writePage(page, sealed, version = 0) {
      try {
        await client.writeHouseholdPage(page, version, sealed);
        return "written";
      } catch (error) {
        if (error instanceof OfficeError && error.isStale) return "stale";
        throw error;
      }
    },
  };
}
