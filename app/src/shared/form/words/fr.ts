// SPDX-License-Identifier: Apache-2.0

import type en from "./en.ts";

const fr: typeof en = {
  readAs: (money) => `= ${money}`,
  faults: {
    missing: "Écrivez un montant.",
    "not-a-number": "Ce n'est pas un nombre.",
    scientific: "Écrivez le nombre en entier, sans E.",
    ambiguous: "Se lit de deux façons. N'écrivez rien entre les milliers.",
    negative: "Écrivez un montant supérieur à zéro.",
    "too-many-decimals": "Plus de décimales que la monnaie n'en a.",
    "too-large": "C'est plus qu'un montant ne peut être.",
    zero: "Écrivez un montant supérieur à zéro.",
  },
};

export default fr;
