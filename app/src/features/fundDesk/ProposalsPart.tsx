// SPDX-License-Identifier: Apache-2.0

import { ActSection } from "../../shared/acts/index.ts";
import { nameIn } from "./names.ts";
import type { FundView } from "./useFund.ts";
import { words } from "./words/index.ts";

/** What one officer of the fund proposed and another has not approved. */
export function ProposalsPart({ view }: { readonly view: FundView }) {
  const { handle, acts, officer, fund } = view;
  return (
    <ActSection
      title={words.proposals}
      acts={acts}
      error={null}
      onRetry={() => undefined}
      context={{ currency: handle.currency, nameOf: nameIn(fund.recipients) }}
      officer={officer}
      hidesEmpty
    />
  );
}
