// SPDX-License-Identifier: Apache-2.0

import type { Words } from "./en.ts";

const fr: Words = {
  states: {
    contributed: {
      name: "Contribué",
      meaning: "Donné à un fonds de donateurs, ou directement à un programme ou à l’accord d’un partenaire.",
    },
    allocated: {
      name: "Alloué",
      meaning: "Apporté dans des programmes et des accords avec des partenaires.",
    },
    reserved: { name: "Réservé", meaning: "Mis de côté pour les ménages des listes approuvées." },
    redeemed: {
      name: "Dépensé",
      meaning: "Dépensé par les ménages chez des commerçants et des agents payeurs.",
    },
    settled: {
      name: "Réglé",
      meaning: "Parti vers les commerçants et les partenaires, par le registre ou par une banque.",
    },
    reconciled: {
      name: "Rapproché",
      meaning:
        "De ce qui est parti, la part prouvée : payée dans le registre, confirmée par une banque, ou justifiée.",
    },
    returned: { name: "Retourné", meaning: "Non dépensé, et revenu à ceux qui l’avaient donné." },
  },
  whereabouts: {
    inFunds: "Dans des fonds, en attente d’allocation",
    unbooked: "Revenu dans des fonds, pas encore inscrit",
    free: "Dans des programmes, promis à personne encore",
    fees: "Dans des programmes, gardé pour les commissions",
    reserved: "Dans des programmes, réservé aux ménages",
    owed: "Dépensé par les ménages, dû aux commerçants",
    instructed: "En route par une banque",
    paidToShops: "Payé aux commerçants",
    escrow: "Sous séquestre pour des partenaires",
    paidToPartners: "Payé aux partenaires",
    returned: "Revenu à des sources hors des fonds de ce registre",
  },
  stages: {
    waiting: { name: "En attente dans le fonds", meaning: "Pas encore nécessaire ; son tour vient ensuite." },
    returning: { name: "Sur le retour", meaning: "Non dépensé, et pas encore inscrit par le fonds." },
    free: { name: "Au budget", meaning: "Chez le programme ou sous séquestre, promis à personne encore." },
    fees: {
      name: "Gardé pour les commissions",
      meaning: "Ce que reçoivent commerçants et agents pour leur service.",
    },
    reserved: { name: "Mis de côté", meaning: "Approuvé pour des ménages, ou pour un travail remis." },
    redeemed: {
      name: "Dépensé par des ménages",
      meaning: "Acheté chez un commerçant qui n’est pas encore payé.",
    },
    settled: { name: "En route", meaning: "La banque a l’ordre ; ou un partenaire l’a reçu en avance." },
    unexplained: {
      name: "Inexpliqué",
      meaning: "Sorti du fonds, et les livres ne disent pas où il se trouve.",
    },
    reconciled: { name: "Arrivé", meaning: "Payé au commerçant, ou au partenaire pour un travail vérifié." },
  },
  agreementStates: {
    Proposed: "En discussion",
    Active: "En cours",
    Completed: "Achevé",
    Terminated: "Terminé avant l’heure",
  },
  milestoneStates: {
    None: "Inconnu",
    Planned: "Prévu",
    Submitted: "Remis",
    Returned: "Renvoyé",
    Verified: "Vérifié",
    Disputed: "Chez l’arbitre",
    Paid: "Payé",
    Cancelled: "Annulé",
  },
  milestoneKinds: {
    Deliverable: "Travail livré",
    Advance: "Avance",
    Reimbursement: "Remboursement de frais",
  },
  milestone: (id) => `Étape ${id}`,
  shop: (code) => `Commerçant ${code}`,
  cycle: (id) => `Cycle n° ${id}`,
  kinds: { fund: "Fonds de donateurs", programme: "Programme", agreement: "Accord avec un partenaire" },
  theTransaction: "la transaction",
  transaction: "Transaction",
  openTransaction: "Ouvrir la transaction dans un explorateur",
  atLeast: (count) => `au moins ${count}`,
  unknownCurrency: "unité",
};

export default fr;
