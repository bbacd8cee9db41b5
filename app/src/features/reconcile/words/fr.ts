// SPDX-License-Identifier: Apache-2.0

import type en from "./en.ts";

const fr: typeof en = {
  title: "Rapprocher",
  intro:
    "Comparez le relevé d'un commerçant avec le registre et la liste approuvée. Le fichier reste sur cette machine ; ce que vous enregistrez à la fin ne nomme aucun ménage.",
  choose: "Relevé de qui",
  shop: "Commerçant",
  cycle: "Cycle",
  chooseShop: "Choisissez un commerçant",
  chooseCycle: "Choisissez un cycle",
  cycleNamed: (id, period) => `Cycle ${id}, ${period}`,
  drop: "Déposez ici le relevé du commerçant",
  dropHint:
    "CSV avec terminal, numéro de reçu et montant ; date et compte ou identifiant du ménage si le commerçant les a.",
  chooseFile: "Choisir le relevé",
  options: "Comment le fichier est écrit",
  dateFormat: "Dates",
  dateFormats: { auto: "2026-11-21", "dd/mm/yyyy": "21/11/2026", "mm/dd/yyyy": "11/21/2026" },
  decimalMark: "Séparateur décimal",
  decimalMarks: { auto: "Comme la colonne l'indique", ".": "Point", ",": "Virgule" },
  terminalOfFile: "Terminal de tout le fichier",
  terminalInFile: "Le fichier a une colonne pour cela",
  idColumn: "Colonne avec l'identifiant du ménage",
  idColumnHint:
    "Seulement si le fichier n'a pas de numéros de compte. Les noms de ménages doivent être déverrouillés.",
  reading: "Lecture du registre et comparaison",
  problems: {
    title: "Le fichier ne peut pas encore être comparé",
    hint: "Corrigez ces cellules dans le fichier et déposez-le de nouveau. Rien n'a été enregistré.",
    row: "Ligne",
    column: "Colonne",
    value: "Valeur",
    problem: "Problème, et que faire",
  },
  result: {
    title: "Résultat",
    claimed: "Le commerçant réclame",
    counted: "Le registre compte",
    difference: "Écart",
    agree: "Relevé et registre concordent à l'unité près.",
    differ: (rows) => `${rows} à examiner.`,
    row: { one: "ligne", other: "lignes" },
    unexplained: (amount) =>
      `Le registre doit au commerçant ${amount} de plus que ces reçus. La page est peut-être en retard : comparez de nouveau.`,
    byClass: "Par classe",
    class: "Classe",
    rows: "Lignes",
    all: "Toutes les lignes",
    toLookAt: "À examiner",
    show: (name) => `Montrer ${name}`,
  },
  columns: {
    receipt: "Reçu",
    row: "Ligne",
    terminal: "Terminal",
    class: "Classe",
    claimed: "Réclamé",
    counted: "Compté",
    difference: "Écart",
    reason: "Constat",
    next: "Étape suivante",
    correct: "Corriger",
  },
  refundOf: "remboursement",
  correctOf: (number) => `Proposer une correction du reçu ${number}`,
  export: "Télécharger toutes les lignes (CSV)",
  keep: (rows) => `Garder ${rows} comme exceptions`,
  kept: (rows) =>
    `${rows} gardées comme exceptions. Elles restent ouvertes jusqu'à ce que quelqu'un les règle.`,
  keepNeedsOffice:
    "Le bureau peut garder les lignes à examiner comme exceptions, pour que personne ne les oublie.",
  record: {
    title: "Enregistrer le relevé",
    hint: "Le résultat comme document sans ménages : un règlement s'y réfère, et chacun peut le vérifier. L'enregistrer ne déplace pas d'argent.",
    button: "Enregistrer le relevé",
    needsOffice: "Le bureau garde le fichier dont l'empreinte est enregistrée.",
    withoutOffice:
      "Le serveur du bureau ne répond pas et ne peut pas garder le fichier : sauvegardez-le avant d'enregistrer.",
    done: "Enregistré.",
    fingerprint: "Empreinte",
    theFingerprint: "l'empreinte du relevé",
    settle: "Préparer le règlement",
    save: "Sauvegarder le document",
  },
  empty: "Rien à montrer",
  emptyHint: "Aucune ligne n'est de cette classe.",
};

export default fr;
