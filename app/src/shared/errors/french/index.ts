// SPDX-License-Identifier: Apache-2.0

import { contracts } from "./contracts.ts";
import { council } from "./council.ts";
import { office } from "./office.ts";
import { pages } from "./pages.ts";
import { programme } from "./programme.ts";
import type { FrenchSentences } from "./sentence.ts";

/** French words of errors by code. What is missing here is shown in English. */
const sentences: FrenchSentences = { ...contracts, ...council, ...programme, ...office, ...pages };

export default sentences;
