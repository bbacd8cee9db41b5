// SPDX-License-Identifier: Apache-2.0

import type en from "./en.ts";

const fr: typeof en = {
  waiting: "En attente de moi",
  cycle: (number) => `Cycle ${number}`,
  pathOfPages: "Où se trouve cette page",
};

export default fr;
