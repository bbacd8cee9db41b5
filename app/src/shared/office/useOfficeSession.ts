// SPDX-License-Identifier: Apache-2.0

import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import type { Me } from "#sdk/office/index.ts";
import { config } from "../config/index.ts";
import { useWallet } from "../wallet/useWallet.ts";
import { noteEnded, officeLine, subscribeToLine } from "./line.ts";

/** Where this page stands with the office server. "none": the console has no office, or nobody is connected. */
export type OfficeState = "none" | "reading" | "signedOut" | "signedIn" | "unreachable";

export interface OfficeSession {
  readonly state: OfficeState;
  /** Who is signed in; stays while the server does not answer. Never somebody else than the connected account. */
  readonly me: Me | undefined;
  readonly signIn: () => void;
  readonly isSigningIn: boolean;
  /** Why the last attempt to sign in came to nothing. */
  readonly signInError: unknown;
  readonly signOut: () => void;
  /** Ends the session of `other`; said as `wasEnded` when the server has done it. */
  readonly endOther: (other: string) => void;
  /** Who is signed in although the wallet is on another account; the page's frame ends such a session. */
  readonly other: string | undefined;
  /** Whether a session was ended for that reason and nobody has signed in since. */
  readonly wasEnded: boolean;
}

/** First element of the keys of everything that comes from the office: it is thrown away when the session ends. */
export const OFFICE_KEY = "office";
export const ME_KEY = [OFFICE_KEY, "me"] as const;
/** While the server does not answer, how often it is asked. */
const HEAL_MS = 5_000;

/** The session at the office. Its code for talking to the server is loaded when somebody is connected. */
export function useOfficeSession(): OfficeSession {
  const queryClient = useQueryClient();
  const { address } = useWallet();
  const { isDown, endedFor } = useSyncExternalStore(subscribeToLine, officeLine);
  const hasOffice = config().officeUrl !== null && address !== undefined;
  const { data, isError } = useQuery({
    queryKey: ME_KEY,
    queryFn: readMe,
    enabled: hasOffice,
    retry: false,
    staleTime: HEAL_MS,
    refetchInterval: (query) => (query.state.status === "error" ? HEAL_MS : false),
  });
  const signing = useMutation({
    mutationFn: async () => {
      const { signIn } = await import("./signIn.ts");
      if (address !== undefined) await signIn(address);
    },
    onSuccess: () => {
      noteEnded(undefined);
      return queryClient.invalidateQueries({ queryKey: [OFFICE_KEY] });
    },
  });
  const leaving = useMutation({
    mutationFn: async (_endedFor: string | undefined) => {
      const { makeClient } = await import("./makeClient.ts");
      await makeClient().signOut();
    },
    onSuccess: (_, endedFor) => noteEnded(endedFor),
    onSettled: () => forgetOffice(queryClient),
  });
  const isOwn = data != null && data.address.toLowerCase() === address?.toLowerCase();
  const me = isOwn ? data : undefined;
  return {
    state: stateOf({ hasOffice, isDown: isDown || isError, isRead: data !== undefined, me }),
    me,
    signIn: () => signing.mutate(),
    isSigningIn: signing.isPending,
    signInError: signing.error,
    signOut: () => leaving.mutate(undefined),
    endOther: leaving.mutate,
    other: data != null && address !== undefined && !isOwn ? data.address : undefined,
    wasEnded: endedFor !== undefined,
  };
}

async function readMe(): Promise<Me | null> {
  const { readMe: ask } = await import("./readMe.ts");
  return await ask();
}

/** Nothing that was read in a session stays on the page after it. */
function forgetOffice(queryClient: QueryClient): void {
  queryClient.setQueryData(ME_KEY, null);
  queryClient.removeQueries({
    queryKey: [OFFICE_KEY],
    predicate: ({ queryKey }) => queryKey[1] !== ME_KEY[1],
  });
}

interface Known {
  readonly hasOffice: boolean;
  readonly isDown: boolean;
  readonly isRead: boolean;
  readonly me: Me | undefined;
}

function stateOf({ hasOffice, isDown, isRead, me }: Known): OfficeState {
  if (!hasOffice) return "none";
  if (isDown) return "unreachable";
  if (!isRead) return "reading";
  return me === undefined ? "signedOut" : "signedIn";
}
