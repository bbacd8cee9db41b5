// SPDX-License-Identifier: Apache-2.0

import { findAccounts, type Suite } from "#sdk/agency/index.ts";
import type { Commitment, Identifier } from "#sdk/list/index.ts";
import { saveHouseholds } from "../../../shared/households/index.ts";

/** Households of a list that was dropped on the page; the two go together by their place. */
export interface OwnHouseholds {
  readonly identifiers: readonly Identifier[];
  readonly commitments: readonly Commitment[];
}

/**
 * Note for the office which household has which account, sealed in this page. Households whose account is not in use are left out.
 * @throws HouseholdError as `saveHouseholds` does.
 */
export async function saveOwn(suite: Suite, { identifiers, commitments }: OwnHouseholds): Promise<void> {
  const { open } = await findAccounts(suite, commitments);
  await saveHouseholds(
    commitments.flatMap((commitment, i) => {
      const account = open.get(commitment);
      const identifier = identifiers[i];
      return account === undefined || identifier === undefined ? [] : [{ account, identifier }];
    }),
  );
}
