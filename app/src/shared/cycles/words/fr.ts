// SPDX-License-Identifier: Apache-2.0

import type en from "./en.ts";

const fr: typeof en = {
  ofParent: (kind, cycle) => `${kind}, du cycle ${cycle}`,
  reasons: {
    AMOUNTS: "Les montants sont faux",
    HOUSEHOLDS: "Des ménages manquent ou sont de trop",
    DUPLICATES: "Doublons possibles",
    DATES: "Les dates sont fausses",
    BUDGET: "Ne tient pas dans le budget",
    DOCUMENTS: "Pièces justificatives manquantes",
    "LIST-DIFFERS": "La liste diffère de ce qui a été préparé",
    SECURITY: "Sécurité ou accès",
    MARKET: "Marché ou approvisionnement",
    REPLACED: "Remplacé par un autre cycle",
    "LOST-KEYS": "Des clés ou des appareils sont perdus",
    FRAUD: "Soupçon de fraude",
    ERRORS: "Quelque chose compte mal",
    OTHER: "Autre motif",
  },
  withCode: (label, code) => `${label} (${code})`,
  choose: "Choisissez un motif",
};

export default fr;
