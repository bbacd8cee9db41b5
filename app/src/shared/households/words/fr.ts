// SPDX-License-Identifier: Apache-2.0

import type en from "./en.ts";

const fr: typeof en = {
  title: "Les identifiants des ménages sont verrouillés",
  why: "Pour trouver un ménage par son propre identifiant, ce navigateur a besoin de la clé du bureau.",
  passphrase: "Phrase secrète du bureau",
  staysHere:
    "Elle reste dans ce navigateur. La clé est oubliée après une demi-heure sans activité et à la déconnexion.",
  ofDemonstration: (passphrase) => `Dans cette démonstration : ${passphrase}`,
  show: "Afficher la phrase secrète",
  unlock: "Déverrouiller",
};

export default fr;
