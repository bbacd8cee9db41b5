// SPDX-License-Identifier: Apache-2.0

import { plural } from "../../../shared/words/plural.ts";
import type en from "./en.ts";

const fr: typeof en = {
  title: "Cartes",
  intro:
    "Avec sa carte, un ménage dépense son droit chez les commerçants. Elle porte un numéro de compte et aucun nom ; son code PIN est imprimé à part.",
  back: "Ménages",
  choose: {
    title: "Pour qui ?",
    from: "Ménages",
    ofCycle: "Toute la liste d’un cycle",
    typedNumbers: "Des numéros de compte que je tape",
    typedIds: "Des identifiants de ménage que je tape",
    programme: "Programme",
    cycle: "Cycle",
    cycleName: (cycle, day) => `Cycle ${cycle}, ouvre le ${day}`,
    noCycle: "Ce programme n’a pas encore de cycle.",
    numbers: "Numéros de compte",
    numbersHint: "Un par ligne.",
    ids: "Identifiants de ménage",
    idsHint: "Un par ligne. Ils restent dans ce navigateur.",
    why: "Pour imprimer des cartes à partir des identifiants du bureau, ce navigateur a besoin de la clé du bureau.",
    look: "Les chercher",
    unknown: (lines, n) =>
      plural(n, {
        one: `La ligne ${lines} ne mène à aucun compte ouvert.`,
        other: `Les lignes ${lines} ne mènent à aucun compte ouvert.`,
      }),
  },
  issue: {
    title: "Émettre des cartes",
    counts: { all: "Ménages", without: "Sans carte", with: "Avec carte" },
    who: "Émettre des cartes pour",
    onlyWithout: "seulement ceux qui n’en ont pas",
    everybody: "tous ; les cartes précédentes ne marchent plus",
    helpLine: "Ligne d’assistance, imprimée sur la carte",
    helpLineHint: "Un numéro que les ménages peuvent appeler.",
    programmeName: "Programme, comme imprimé sur la carte",
    run: (count, n) => plural(n, { one: `Émettre ${count} carte`, other: `Émettre ${count} cartes` }),
    nobody: "Tous ont une carte.",
    most: (count) =>
      `Au plus ${count} à la fois, pour que l’impression reste maîtrisable. Imprimez celles-ci, puis émettez le reste.`,
    progress: (done, all) => `${done} cartes émises sur ${all}`,
    custodianOnly: "Seul un dépositaire émet des cartes.",
  },
  issued: {
    title: (count, n) => plural(n, { one: `${count} carte est émise`, other: `${count} cartes sont émises` }),
    hint: "Imprimez les deux maintenant : les codes PIN ne sont gardés nulle part, ce qui n’est pas imprimé doit être émis de nouveau.",
    cards: "Imprimer les cartes",
    cardsHint: (pages, n) =>
      plural(n, { one: `${pages} feuille A4 de 10 cartes`, other: `${pages} feuilles A4 de 10 cartes` }),
    pins: "Imprimer les codes PIN",
    pinsHint: (pages, n) =>
      plural(n, {
        one: `${pages} feuille A4. Gardez-la à part des cartes.`,
        other: `${pages} feuilles A4. Gardez-les à part des cartes.`,
      }),
    printed: "Imprimé",
    preview: "Aperçu de la première carte",
    more: "Émettre d’autres cartes",
    leave: "Les codes PIN ne sont pas encore imprimés.",
  },
  card: {
    account: "Compte",
    help: (number) => `Assistance : ${number}`,
    keep: "Gardez le code PIN secret. Carte perdue ? Appelez l’assistance : elle est bloquée et remplacée.",
    qr: (number) => `Code QR de la carte ${number}`,
  },
  slip: {
    title: "Code PIN",
    forCard: (number) => `de la carte ${number}`,
    keep: "Retenez-le et déchirez ce papier. Personne de l’agence ne vous le demandera.",
  },
};

export default fr;
