// SPDX-License-Identifier: Apache-2.0

import type en from "./en.ts";

const fr: typeof en = {
  title: "Reçus",
  intro:
    "Trouvez un reçu par son numéro, le numéro de compte du ménage ou le commerçant. Aussi par l'identifiant de ménage du bureau : il est recherché sur cette machine et ne part nulle part.",
  list: "Reçus au registre",
  byHousehold: "Identifiant du ménage",
  byHouseholdHint: "Tel qu'il figure sur votre liste.",
  find: "Trouver le compte",
  noAccount:
    "Aucun ménage avec cet identifiant n'a de compte. Vérifiez l'identifiant, ou ouvrez d'abord un compte.",
  foundAccount: (account) => `Le ménage a le compte ${account}.`,
  correct: "Corriger",
  correctOf: (number) => `Corriger le reçu ${number}`,
  ofAccount: (account) => `Ménage du compte ${account}`,
  action: "Étape suivante",
};

export default fr;
