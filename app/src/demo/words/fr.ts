// SPDX-License-Identifier: Apache-2.0

import type { Words } from "./en.ts";

const fr: Words = {
  title: "Démonstration : jouer le rôle de",
  playAs: (officer) => `Jouer le rôle : ${officer}`,
  hint: "Ces agents signent aussitôt, avec des clés connues de tous. Rien ici n’a de valeur.",
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
  },
};

export default fr;
