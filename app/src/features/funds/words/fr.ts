// SPDX-License-Identifier: Apache-2.0

import type { Words } from "./en.ts";

const fr: Words = {
  title: "Fonds de donateurs",
  intro:
    "Un fonds prend des contributions et les passe à des programmes et à des accords, premier entré, premier sorti. Personne d’autre ne peut en être payé.",
  list: "Tous les fonds",
  empty: "Pas encore de fonds",
  emptyHint: "Un fonds apparaît ici dès qu’une organisation en ouvre un dans le registre.",
  one: "Fonds de donateurs",
  back: "Tous les fonds",
  columns: {
    fund: "Fonds",
    organisation: "Organisation",
    contributed: "Contribué",
    allocated: "Alloué",
    held: "En attente",
    contributions: "Contributions",
    recipient: "À",
    amount: "Montant",
    returned: "Revenu",
    day: "Jour",
    reference: "Référence",
    earmark: "Destiné à",
    what: "Quoi",
    available: "En attente",
    transaction: "Transaction",
  },
  money: {
    title: "L’argent du fonds",
    hint: "Contribué et revenu font ensemble ce qui a été alloué et ce qui attend.",
    place: "Ligne",
    chart: "Part",
    contributed: "Contribué par les donateurs",
    returned: "Revenu des bénéficiaires du fonds",
    allocated: "Alloué à des programmes et accords",
    held: "En attente d’allocation",
    unbooked: "Revenu, pas encore inscrit",
    unattributed: "Revenu sans contribution connue",
  },
  pots: {
    title: "À quoi il est destiné",
    hint: "L’argent affecté ne va nulle part ailleurs ; il garde son affectation quand il revient.",
    none: "Pour n’importe quel programme ou accord",
  },
  contributions: {
    title: "Contributions",
    hint: "Les plus récentes d’abord. Suivez-en une pour voir où elle est maintenant.",
    empty: "Pas encore de contribution",
    emptyHint: "Une contribution apparaît ici dès qu’elle est dans le registre.",
    follow: "Suivre",
    followThis: (name) => `Suivre la contribution ${name}`,
    anonymous: "arrivée sans nom",
    numbered: (id) => `N° ${id}`,
    kinds: {
      given: "Donné",
      unasked: "Arrivé sans demande, accepté",
      returned: "Revenu",
      released: "Affectation levée",
    },
    any: "n’importe quoi",
  },
  allocations: {
    title: "Allocations",
    hint: "Chacune a été décidée par deux agents.",
    empty: "Pas encore d’allocation",
    emptyHint:
      "Une allocation apparaît ici dès que deux agents ont envoyé de l’argent à un programme ou à un accord.",
    released: "affectation levée",
    earmarked: "d’argent affecté",
  },
  happened: "Tout ce qui s’est passé dans ce fonds",
};

export default fr;
