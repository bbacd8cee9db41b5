// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { findAccount } from "#sdk/agency/index.ts";
import type { Commitment } from "#sdk/list/index.ts";
import { LEDGER_KEY } from "../api/index.ts";
import { useSuite } from "../ledger/index.ts";
import { HexValue, TextLink } from "../ui/index.ts";
import { words } from "./words/index.ts";

interface HouseholdFactProps {
  readonly commitment: string;
  /** What the value is called beside it. */
  readonly what: string;
}

/** A household in an act: the account number that officers know it by, and the keyed hash that the act itself carries. */
export function HouseholdFact({ commitment, what }: HouseholdFactProps) {
  const suite = useSuite();
  const { data: account } = useQuery({
    queryKey: [LEDGER_KEY, "account-of", commitment],
    queryFn: async () => (await findAccount(suite, commitment as Commitment))?.number ?? null,
  });
  return (
    <>
      {account == null ? null : (
        <>
          <TextLink to="/console/accounts" search={{ account }}>
            {words.values.account(account)}
          </TextLink>{" "}
        </>
      )}
      <HexValue value={commitment} what={words.copyWhat(what)} />
    </>
  );
}
