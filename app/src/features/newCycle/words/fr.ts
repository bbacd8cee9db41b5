// SPDX-License-Identifier: Apache-2.0

import { lists as sentences } from "../../../shared/errors/french/lists.ts";
import cycleWords from "./cycle.fr.ts";
import type en from "./en.ts";
import listWords from "./list.fr.ts";

const fr: typeof en = {
  ...listWords,
  ...cycleWords,
  title: "Nouveau cycle",
  intro:
    "D'une liste de ménages à un cycle qui attend son approbation. Rien ne compte avant votre signature, à la fin.",
  steps: "Étapes",
  stepOf: (number, of) => `Étape ${number} sur ${of}`,
  stepNames: {
    file: "Fichier",
    columns: "Colonnes",
    problems: "Problèmes",
    accounts: "Comptes",
    plan: "Plan",
    check: "Contrôle",
    sign: "Signature",
  },
  stepDone: "fait",
  back: "Retour",
  goOn: "Continuer",
  working: "En cours",
  rows: { one: "ligne", other: "lignes" },
  households: { one: "ménage", other: "ménages" },
  problemsNoun: { one: "problème", other: "problèmes" },
  accountsNoun: { one: "compte", other: "comptes" },
  cyclesNoun: { one: "cycle", other: "cycles" },
  approversNoun: { one: "approbateur", other: "approbateurs" },
  daysNoun: { one: "jour", other: "jours" },
  cycle: (id) => `Cycle ${id}`,
  sentences,
};
export default fr;
