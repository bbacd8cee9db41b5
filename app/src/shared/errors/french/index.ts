// SPDX-License-Identifier: Apache-2.0

import { contracts } from "./contracts.ts";
import { fund } from "./fund.ts";
import { office } from "./office.ts";
import { pages } from "./pages.ts";
import { programme } from "./programme.ts";
import type { FrenchSentences } from "./sentence.ts";

/** French words of errors by code. What is missing here is shown in English. */
const sentences: FrenchSentences = { ...contracts, ...programme, ...fund, ...office, ...pages };

export default sentences;
