// SPDX-License-Identifier: Apache-2.0

import type en from "./en.ts";

const fr: typeof en = {
  title: "En attente de moi",
  intro: (officer, organisation) => `${officer}, ${organisation}`,
  noRole: "aucun rôle",
  introNobody:
    "Connectez un portefeuille pour voir ce qui vous attend. Tout ce qui est public se lit sans portefeuille.",
  groups: {
    stopped: {
      title: "Suspendu par le gardien",
      hint: "Rien n'y avance tant que la suspension n'est pas levée.",
    },
    sign: {
      title: "À approuver ou à libérer",
      hint: "Un autre agent l'a préparé. Lisez, puis signez exactement cela.",
    },
    prepare: { title: "À préparer", hint: "Des listes prêtes, et des cycles qui vous sont revenus." },
    accounts: {
      title: "Comptes à ouvrir",
      hint: "Des ménages qu'une liste nomme et que le registre ne connaît pas encore.",
    },
    load: { title: "À charger", hint: "Des listes approuvées qui ne sont pas entièrement au registre." },
    money: { title: "Commerçants à payer", hint: "D'abord rapprocher, puis régler." },
    exceptions: { title: "Exceptions", hint: "Des cas que le rapprochement laisse à des personnes." },
    close: { title: "À clôturer", hint: "Leurs jours pour les reçus tardifs sont passés." },
  },
  columns: {
    what: "Objet",
    programme: "Programme",
    since: "En attente",
    amount: "Montant",
    step: "Prochaine étape",
  },
  agreements: {
    title: "Accords avec des partenaires",
    hint: "Preuves, vérification, paiement et termes qui vous attendent.",
    agreement: "Accord",
    until: "Jusqu’au",
    open: "Ouvrir",
    all: "Voir les accords où vous avez une part",
    proposal: (when) => `Proposition d’un autre agent, ${when}`,
  },
  council: {
    title: "Conseil",
    hint: "Propositions qui attendent le vote de votre organisation, et celles qu’il ne reste qu’à exécuter.",
    member: "Membre du conseil",
    proposal: (id) => `Proposition ${id}`,
    until: "Jusqu’au",
    vote: "Lire et voter",
    carryOut: "L’exécuter",
    all: "Voir ce que le conseil décide",
  },
  funds: {
    title: "Fonds de donateurs",
    hint: "Des propositions de vos collègues, et de l'argent dont il faut s'occuper.",
    fund: "Fonds",
    open: "Ouvrir",
  },
  tasks: {
    approveCycle: (cycle) => `Approuver le cycle ${cycle}`,
    approvalsOf: (given, needed) => `${given} approbation(s) sur ${needed}`,
    approvals: (given) => `${given} approbation(s) jusqu'ici`,
    releaseCycle: (cycle) => `Libérer le cycle ${cycle}`,
    releaseHint: "Approuvé ; au-dessus du seuil, les finances le libèrent.",
    returnedCycle: (cycle) => `Le cycle ${cycle} est revenu`,
    returnedHint: "Corrigez la liste et préparez-la de nouveau.",
    loadCycle: (cycle) => `Charger la liste du cycle ${cycle}`,
    loaded: (done, all) => `${done} parties sur ${all} chargées`,
    closeCycle: (cycle) => `Clôturer le cycle ${cycle}`,
    closeHint: "Ce qui n'est pas dépensé redevient libre.",
    settleShop: (shop, cycle) => `Régler ${shop}, cycle ${cycle}`,
    confirmSettlement: (settlement) => `Règlement ${settlement} : qu'a fait la banque ?`,
    confirmHint: "Marquez-le payé ou rejeté d'après le relevé de la banque.",
    draftReady: (title) => `Préparer « ${title} »`,
    households: { one: "ménage", other: "ménages" },
    openAccounts: (title) => `Ouvrir des comptes pour « ${title} »`,
    exceptions: (count) => `${count} à examiner`,
    exception: { one: "exception", other: "exceptions" },
    liftPause: {
      both: "Les ventes et les paiements sont suspendus",
      redemptions: "Les ventes sont suspendues",
      payouts: "Les paiements sont suspendus",
    },
    liftPauseHint: "Le gardien la lève aussitôt ; deux agents le peuvent après deux jours.",
    waitsUntil: (when) => `Peut être approuvé à partir du ${when}`,
  },
  steps: {
    liftPause: "Voir et lever",
    approveAct: "Lire et approuver",
    approveCycle: "Vérifier et approuver",
    releaseCycle: "Vérifier et libérer",
    returnedCycle: "Voir pourquoi",
    loadCycle: "Charger",
    closeCycle: "Clôturer",
    settleShop: "Rapprocher",
    confirmSettlement: "Ouvrir",
    draftReady: "Continuer",
    openAccounts: "Ouvrir les comptes",
    exceptions: "Examiner",
  },
  stepOf: (step, what) => `${step} : ${what}`,
  empty: "Rien ne vous attend",
  emptyHint:
    "Quand un autre agent prépare, propose ou demande quelque chose qui a besoin de vous, cela s'affiche ici. Cette page regarde d'elle-même.",
  emptyNoRole: "Cette adresse n'est pas un agent ici",
  emptyNoRoleHint: (organisation) =>
    `Elle n'a aucun rôle dans ${organisation}. L'administrateur de l'organisation nomme les agents.`,
  officeSilent:
    "Le serveur du bureau ne répond pas : les brouillons, les demandes de comptes et les exceptions ne s'affichent pas. Ce que le registre connaît est complet.",
  officeSignedOut:
    "Connectez-vous au bureau pour voir aussi les brouillons, les demandes de comptes et les exceptions.",
  signIn: "Se connecter au bureau",
  programmes: "Programmes de votre organisation",
  programmesHint: "Ouvrez-en un pour y travailler.",
  openProgramme: (name) => `Ouvrir ${name}`,
  noProgramme: "Aucun programme pour l'instant",
  noProgrammeHint: "Un programme de votre organisation s'affiche ici dès qu'il est créé sur le registre.",
  moneyColumns: { programme: "Programme", free: "Libre", reserved: "Réservé", owed: "Dû aux commerçants" },
};

export default fr;
