// SPDX-License-Identifier: Apache-2.0

import { agreement } from "./agreement.ts";
import { contracts } from "./contracts.ts";
import { council } from "./council.ts";
import { fund } from "./fund.ts";
import { listFacts, lists } from "./lists.ts";
import { office } from "./office.ts";
import { pages } from "./pages.ts";
import { pauses } from "./pauses.ts";
import { programme } from "./programme.ts";
import { receipts } from "./receipts.ts";
import { reconciliation } from "./reconciliation.ts";
import type { FrenchSentence, FrenchSentences } from "./sentence.ts";

const files: FrenchSentences = Object.fromEntries(
  Object.entries(lists).map(([code, [what, next]]): [string, FrenchSentence] => {
    const facts = listFacts[code];
    return [code, facts === undefined ? [what, next] : [what, next, facts]];
  }),
);

/** French words of errors by code. What is missing here is shown in English. */
const sentences: FrenchSentences = {
  ...files,
  ...contracts,
  ...council,
  ...programme,
  ...pauses,
  ...agreement,
  ...fund,
  ...receipts,
  ...reconciliation,
  ...office,
  ...pages,
};

export default sentences;
