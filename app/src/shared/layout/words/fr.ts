// SPDX-License-Identifier: Apache-2.0

import type { Words } from "./en.ts";

const fr: Words = {
  skipToContent: "Aller au contenu",
  mainNavigation: "Navigation principale",
  menu: "Menu",
  language: "Langue",
  toDark: "Passer aux couleurs sombres",
  toLight: "Passer aux couleurs claires",
  footer:
    "Tout ce qui figure ici est lu dans le registre public. Les ménages n’y apparaissent que par leur numéro de compte ; noms, téléphones et identifiants ne quittent jamais l’organisation.",
  readiness: "Une chaîne de blocs est-elle le bon outil ? Questions aux équipes des programmes",
  footerConsole:
    "L’argent, les cycles et les reçus sont lus dans le registre public ; les brouillons, les listes et les cartes viennent du bureau de votre organisation. Le registre ne connaît les ménages que par leur numéro de compte ; noms, téléphones et identifiants ne quittent jamais l’organisation.",
  officer: {
    connect: "Se connecter",
    connecting: "Connexion",
    cannotConnect: "Cette partie de la page n’a pas pu être chargée. Vérifiez la connexion et rechargez.",
  },
  nav: {
    waiting: "En attente de moi",
    overview: "Vue d’ensemble",
    agreements: "Accords",
    funds: "Fonds",
    follow: "Suivre un don",
    timeline: "Chronologie",
    programmes: "Programmes",
    partners: "Partenaires",
    fundDesk: "Fonds",
    accounts: "Comptes",
    office: "Bureau",
    council: "Conseil",
    verify: "Vérifier les chiffres",
    documents: "Vérifier un document",
  },
  live: {
    live: "En direct",
    behind: "En retard",
    silent: "Pas de réponse",
    snapshot: "Instantané",
    connecting: "Connexion",
    reached: (block, ago) => `Lu jusqu’au bloc ${block}, vérifié ${ago}`,
  },
};

export default fr;
