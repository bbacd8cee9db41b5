// SPDX-License-Identifier: Apache-2.0

import type { Words } from "./index.ts";

const fr: Words = {
  waiting: "En attente de moi",
  cycle: (number) => `Cycle ${number}`,
  pathOfPages: "Où se trouve cette page",
};

export default fr;
