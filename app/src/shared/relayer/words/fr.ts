// SPDX-License-Identifier: Apache-2.0

import type en from "./en.ts";

const fr: typeof en = {
  low: "Le relais manque bientôt d'argent pour les frais",
  lowHint: (balance) =>
    `Il a ${balance}. Envoyez de la monnaie de cette chaîne à son adresse ; il continue de lui-même.`,
  theAddress: "l'adresse du relais",
  states: {
    queued: "Attend son tour",
    running: "En cours",
    paused: "En pause",
    done: "Terminé",
    failed: "Arrêté",
  },
};

export default fr;
