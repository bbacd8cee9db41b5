// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Role } from "#sdk/agency/officers.ts";
import { LEDGER_KEY } from "../api/index.ts";
import { config } from "../config/index.ts";
import { useWallet } from "../wallet/useWallet.ts";

/** Whoever is connected, and what they may do for this console's organisation by the ledger's word. */
export interface Officer {
  readonly address: string;
  readonly organisation: { readonly id: number; readonly name: string };
  /** Empty for somebody who is no officer of the organisation. */
  readonly roles: ReadonlySet<Role>;
  has(role: Role): boolean;
}

/** How far it is known who acts. */
export type OfficerState =
  | { readonly kind: "nobody" }
  | { readonly kind: "reading"; readonly address: string }
  | {
      readonly kind: "failed";
      readonly address: string;
      readonly error: unknown;
      readonly retry: () => void;
    }
  | { readonly kind: "known"; readonly officer: Officer };

const REREAD_MS = 30_000;

/** Who acts, with the states on the way there. Most pages only need {@link useOfficer} or `<NeedsOfficer>`. */
export function useOfficerState(): OfficerState {
  const { address } = useWallet();
  const { organisation } = config();
  const { data, error, refetch } = useQuery({
    queryKey: officerKey(address),
    queryFn: async () => {
      const { readOfficer } = await import("./readOfficer.ts");
      return readOfficer(organisation ?? 0, address ?? "");
    },
    enabled: address !== undefined && organisation !== null,
    // New blocks have it read again; this is for the time when the history server, which tells of them, is away.
    refetchInterval: REREAD_MS,
  });
  return useMemo((): OfficerState => {
    if (address === undefined || organisation === null) return { kind: "nobody" };
    if (data !== undefined) {
      return {
        kind: "known",
        officer: officerOf(address, { id: organisation, name: data.organisationName }, data.roles),
      };
    }
    return error === null
      ? { kind: "reading", address }
      : { kind: "failed", address, error, retry: () => void refetch() };
  }, [address, organisation, data, error, refetch]);
}

/** Who acts; undefined while nobody is connected or their roles are still being read. */
export function useOfficer(): Officer | undefined {
  const state = useOfficerState();
  return state.kind === "known" ? state.officer : undefined;
}

/** No organisation has this number. */
const NO_ORGANISATION = { id: 0, name: "" };

/** Whoever signs. Pages that are nobody's office, such as a public site, have no officers; a member of the council still acts on them. */
export function useActor(): Officer | undefined {
  const officer = useOfficer();
  const { address } = useWallet();
  const isStranger = officer === undefined && address !== undefined && config().organisation === null;
  return isStranger ? officerOf(address, NO_ORGANISATION, []) : officer;
}

/** Where the roles of an address are remembered. A new block asks for them again: a removed officer is out at once. */
export function officerKey(address: string | undefined) {
  return [LEDGER_KEY, "officer", address] as const;
}

function officerOf(address: string, organisation: Officer["organisation"], roles: readonly Role[]): Officer {
  const held = new Set(roles);
  return { address, organisation, roles: held, has: (role) => held.has(role) };
}
