// SPDX-License-Identifier: Apache-2.0

import type { Words } from "./en.ts";

const fr: Words = {
  title: "Suivre ma contribution",
  intro:
    "Saisissez la référence de votre contribution, telle qu’elle figure sur votre reçu ou votre virement. Vous voyez où est votre argent maintenant, au centime près.",
  form: {
    title: "Votre contribution",
    fund: "Le fonds auquel vous avez donné",
    reference: "Votre référence",
    hint: "Par exemple GIFT-250. Majuscules et minuscules comptent.",
    find: "Montrer le chemin de mon argent",
    missing: "Saisissez d’abord la référence.",
    tooLong: "Une référence a au plus 32 lettres.",
  },
  noFunds: "Il n’y a pas encore de fonds dans ce registre",
  noFundsHint: "Dès qu’une organisation en ouvre un, ses contributions peuvent être suivies ici.",
  gave: (amount) => `Vous avez donné ${amount}`,
  under: (reference) => `Référence ${reference}`,
  on: (day, fund) => `${day}, à « ${fund} »`,
  now: {
    title: "Où il est maintenant",
    hint: "Chaque part de votre contribution est sur une seule ligne.",
    step: "Étape",
    chart: "Part de votre contribution",
    amount: (currency) => `Montant (${currency})`,
    addsUp: (amount) => `Ensemble ${amount} : tout ce que vous avez donné, et pas un centime de plus.`,
    doesNotAddUp: (amount, given) =>
      `Ensemble ${amount}, mais vous avez donné ${given}. Ce site est au milieu d’un changement, ou quelque chose ne va pas : regardez à nouveau dans une minute, puis signalez-le.`,
  },
  parts: {
    title: "En détail",
    hint: "Ce qui est arrivé le plus loin est en premier.",
    where: "Où",
    state: "Étape",
    amount: "Montant",
    day: "Jour",
    proof: "Preuve",
    inFund: (fund) => `Dans le fonds « ${fund} »`,
    settlement: (id) => `paiement n° ${id}`,
  },
  steps: {
    title: "Le chemin qu’il a pris",
    hint: "Le fonds passe d’abord l’argent le plus ancien. Ce dont un programme n’a pas eu besoin est revenu et est reparti de là.",
    allocation: "Passé",
    to: "À",
    amount: "De votre argent",
    returned: "Revenu",
    numbered: (id) => `N° ${id}`,
    none: "Il attend dans le fonds ; il n’a pas encore été passé.",
  },
  about: {
    title: "Comment c’est compté",
    points: [
      "L’argent d’un fonds est comme une file d’attente : qui est venu d’abord part d’abord. On sait donc toujours, au centime, l’argent de qui a payé quoi, et personne ne peut choisir après coup.",
      "Dans un programme, la même règle vaut du budget aux achats des ménages et au paiement des commerçants.",
      "Aucun nom de ménage n’est ici ni ailleurs dans le registre. Vous voyez des commerçants, des cycles et des étapes.",
    ],
    check: "Vous n’avez pas à croire cette page :",
    verify: "vérifiez les chiffres vous-même",
  },
};

export default fr;
