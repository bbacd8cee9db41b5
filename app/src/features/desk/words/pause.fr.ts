// SPDX-License-Identifier: Apache-2.0

import type pause from "./pause.en.ts";

const fr: typeof pause = {
  title: "Suspension",
  hint: "Deux interrupteurs. Le gardien et un membre du conseil peuvent suspendre chacun, indépendamment l'un de l'autre.",
  columns: {
    switch: "Quoi",
    state: "Maintenant",
    guardian: "Par le gardien",
    member: "Par un membre du conseil",
  },
  switches: { redemptions: "Ventes", payouts: "Paiements" },
  meanings: {
    redemptions: "Aucun reçu ne compte et aucun cycle n'est clôturé. Les reçus attendent et ne perdent rien.",
    payouts: "Aucun commerçant n'est payé, et rien n'est rendu à une source.",
  },
  scopes: { redemptions: "Ventes", payouts: "Paiements", both: "Ventes et paiements" },
  on: "En marche",
  paused: "Suspendu",
  since: (when) => `depuis le ${when}`,
  pausedSince: (what, when) => `${what}, en suspens depuis le ${when}`,
  lapses: (when) => `expire le ${when}`,
  theMember: "l'adresse du membre",
  what: "Ce qui est suspendu",
  reason: "Motif",
  goesOn: "Ce qui reprend",
  note: {
    both: "Les ventes et les paiements sont suspendus.",
    redemptions: "Les ventes sont suspendues : aucun reçu ne compte.",
    payouts: "Les paiements sont suspendus : aucun commerçant n'est payé.",
    closed: "Ce programme est clos pour de bon. On peut le lire, et rien de plus.",
    see: "Voir par qui, et comment il reprend",
  },
  guardian: {
    title: "Suspendre aussitôt, comme gardien",
    hint: "Aussi longtemps qu'il le faut. Aucune date ne change ; deux agents prolongent les cycles s'il le faut.",
    run: "Suspendre aussitôt",
    done: "Suspendu. Cela dure jusqu'à ce que quelqu'un lève la suspension.",
  },
  lift: {
    title: "Lever la suspension du gardien",
    hint: "Le gardien la lève aussitôt.",
    run: "Lever la suspension",
    done: "Levée. Le programme reprend.",
  },
  propose: {
    title: "Proposer de lever la suspension du gardien",
    hint: "Là où le gardien ne peut pas : les finances proposent, un approbateur approuve après deux jours.",
    done: "Proposé. Un approbateur l'approuve après deux jours.",
    isProposed: "C'est déjà proposé et attend un approbateur.",
  },
  member: {
    title: "Suspendre pour sept jours, comme membre du conseil",
    hint: "Une fois par époque du conseil. La suspension expire d'elle-même ; les cycles ouverts retrouvent le temps qu'elle prend.",
    run: "Suspendre pour sept jours",
    done: "Suspendu. Cela expire de soi-même après sept jours.",
    lift: "Lever votre suspension",
    lifted: "Levée. Le programme reprend ; les cycles gardent le temps qu'elle a pris.",
    only: "C'est pour les membres du conseil. Connectez le portefeuille qui tient le siège de votre organisation.",
    usedUp: "Vous avez déjà suspendu ce programme ; un membre le peut une fois par époque du conseil.",
    allPaused: "Un membre du conseil a déjà suspendu les deux.",
  },
  story: {
    title: "Ce qui a été suspendu et repris",
    what: "Quoi",
    when: "Quand",
    by: "Par",
    officers: "deux agents",
    theAddress: "l'adresse",
    kinds: {
      guardian: (what) => `${what} : suspension par le gardien`,
      member: (what) => `${what} : suspension par un membre du conseil`,
      guardianLifted: (what) => `${what} : suspension du gardien levée`,
      memberLifted: (what) => `${what} : suspension du membre levée`,
    },
  },
};

export default fr;
