// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { CouncilAct, CouncilCall } from "#sdk/council/acts.ts";
import type { CouncilBook } from "#sdk/council/book.ts";
import { decodePlain } from "#sdk/council/decodePlain.ts";
import { FOUNDING_HASH } from "#sdk/council/names.ts";
import { contractsQuery, type PublicCouncil } from "../../shared/api/index.ts";
import { config } from "../../shared/config/index.ts";
import { type CouncilNames, councilWords } from "../../shared/council/index.ts";
import { shownCurrency } from "../../shared/donor/index.ts";

/** What this page needs to put calls into words, all of it from the site's own answers and its deployment. */
export interface Ground {
  readonly council: PublicCouncil;
  readonly names: CouncilNames;
  /** What a call does, worked out in this browser from the bytes that were proposed. */
  readonly read: (call: CouncilCall) => CouncilAct;
}

/** Undefined while names of programmes and agreements are still on their way. */
export function useGround(council: PublicCouncil | undefined): Ground | undefined {
  const { data: contracts } = useQuery(contractsQuery());
  return useMemo(() => {
    if (council === undefined || contracts === undefined) return undefined;
    const names = namesOf(council, contracts);
    const book = bookOf(council, names);
    return { council, names, read: (call) => decodePlain(book, call) };
  }, [council, contracts]);
}

type Contracts = NonNullable<Awaited<ReturnType<NonNullable<ReturnType<typeof contractsQuery>["queryFn"]>>>>;

function namesOf(
  { address, members, organisations }: PublicCouncil,
  { programmes, agreements }: Contracts,
): CouncilNames {
  const byHash = new Map([
    [FOUNDING_HASH, councilWords.founding],
    ...organisations.map(({ name, nameHash }) => [nameHash.toLowerCase(), name] as const),
  ]);
  return {
    organisations: new Map(organisations.map(({ id, name }) => [id, name])),
    byHash,
    members: new Map([
      [(address ?? "").toLowerCase(), councilWords.itself],
      ...members.flatMap(({ account, nameHash }) => {
        const name = byHash.get(nameHash.toLowerCase());
        return name === undefined ? [] : [[account.toLowerCase(), name] as const];
      }),
    ]),
    programmes: new Map(programmes.map(({ address, name }) => [address.toLowerCase(), name])),
    agreements: new Map(
      agreements.map(({ address, title, currency }) => [
        address.toLowerCase(),
        { title, currency: shownCurrency(currency) },
      ]),
    ),
  };
}

function bookOf({ address }: PublicCouncil, { programmes, agreements }: CouncilNames): CouncilBook {
  const { consortium, accounts, programmeBeacon, agreementBeacon } = config().deployment.contracts;
  return {
    council: address ?? "",
    consortium,
    accounts,
    beacons: {
      programmes: programmeBeacon,
      ...(agreementBeacon === undefined ? {} : { agreements: agreementBeacon }),
    },
    programmes: new Set(programmes.keys()),
    agreements: new Set(agreements.keys()),
  };
}
