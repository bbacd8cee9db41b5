// SPDX-License-Identifier: Apache-2.0

import type { Words } from "./en.ts";

const fr: Words = {
  title: "Démonstration : jouer le rôle de",
  playAs: (player) => `Jouer le rôle : ${player}`,
  hint: "Ces personnes signent aussitôt, avec des clés connues de tous. Rien ici n’a de valeur.",
  people: {
    council: "Conseil",
    administrator: "Administrateur",
    preparer: "Préparateur",
    approver: "Approbateur",
    finance: "Finances",
    custodian: "Dépositaire",
    guardian: "Gardien",
    monitor: "Contrôleur",
    donor: "Donateur",
    arbiter: "Arbitre",
  },
  groups: {
    council: "Conseil du consortium",
    independent: "Contrôleurs et arbitre",
    donors: "Donateurs",
  },
};

export default fr;
