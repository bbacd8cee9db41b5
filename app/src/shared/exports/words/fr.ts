// SPDX-License-Identifier: Apache-2.0

import type { Words } from "./en.ts";

const fr: Words = {
  title: "Emporter les chiffres",
  hint: "Les mêmes faits que sur cette page, pour un tableur ou un autre système.",
  iati: "IITA 2.03 (XML)",
  none: "Certains demandent des faits que seule l’organisation peut ajouter ; ils manquent jusque-là.",
  noCode: (currency) =>
    `L’IITA n’a pas de code pour ${currency} : son fichier est là dès que l’organisation a dit dans quelle devise et à quels taux elle déclare ${currency}. Les autres le disent tel quel.`,
};

export default fr;
