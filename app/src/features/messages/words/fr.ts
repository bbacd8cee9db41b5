// SPDX-License-Identifier: Apache-2.0

import type en from "./en.ts";

const fr: typeof en = {
  title: (cycle) => `Messages du cycle ${cycle}`,
  intro:
    "Une phrase par ménage qui a un téléphone : ce qu'il reçoit, où et quand. Les téléphones sont ouverts dans ce navigateur et n'en sortent que dans le fichier que vous enregistrez.",
  why: "Les numéros de téléphone sont scellés sous la clé du bureau ; ils ne sont ouverts que dans ce navigateur.",
  noList: "Le bureau n'a pas de liste pour ce cycle",
  noListHint: "La liste des messages se fait avec la liste sans noms et la carte des ménages du bureau.",
  reading: "Ouverture des téléphones dans ce navigateur",
  template: {
    title: "Message",
    hint: "Écrivez-le dans la langue des ménages. Les champs entre accolades sont remplis.",
    label: "Phrase",
    start:
      "{programme} : votre ménage reçoit {amount}, du {opens} au {expires}. Apportez votre carte. Des questions ? Demandez à nos agents.",
    insert: "Insérer un champ",
    fields: {
      amount: "Montant",
      place: "Lieu",
      opens: "Premier jour",
      expires: "Dernier jour",
      programme: "Programme",
      name: "Nom",
    },
    insertOf: (field) => `Insérer : ${field}`,
    unknown: (placeholders) => `N'est pas un champ : ${placeholders}`,
    empty: "Écrivez une phrase.",
  },
  preview: {
    title: "Aperçu",
    hint: "Les premiers ménages de la liste.",
    columns: { account: "Compte", phone: "Téléphone", message: "Message" },
    none: "Aucun ménage de ce cycle n'a de téléphone",
    noneHint:
      "Les téléphones viennent avec les listes que les préparateurs importent. Informez les ménages autrement.",
    tooMany: (rows) => `et encore ${rows} dans le fichier`,
  },
  counts: {
    withPhone: "Ménages avec téléphone",
    withoutPhone: "Sans téléphone",
    parts: "SMS par message, au plus",
  },
  save: {
    title: "Enregistrer",
    hint: "Le fichier contient des numéros de téléphone : ne le gardez pas plus longtemps que nécessaire.",
    all: "Enregistrer la liste des messages",
    without: "Enregistrer les comptes sans téléphone",
    file: (cycle) => `messages-cycle-${cycle}.csv`,
    withoutFile: (cycle) => `sans-telephone-cycle-${cycle}.csv`,
    saved: (rows) => `${rows} enregistrés.`,
    message: { one: "message", other: "messages" },
  },
};

export default fr;
