// SPDX-License-Identifier: Apache-2.0

import type en from "./en.ts";

const fr: typeof en = {
  title: "Clore le programme",
  intro:
    "C'est la fin : un programme clos ne prend plus d'argent, ne prépare plus de cycle et ne compte plus de reçu, et rien ne le rouvre. Il reste lisible pour toujours.",
  list: {
    title: "Avant de clore",
    hint: "Lu à l'instant sur le registre.",
    states: { done: "Fait", left: "Reste", blocks: "À faire d'abord" },
    items: {
      cycles: "Aucun cycle n'est ouvert",
      owed: "Rien n'est dû aux commerçants",
      instructed: "La banque a confirmé ses paiements",
      paused: "Rien n'est suspendu",
      terminals: "Les terminaux sont révoqués",
      unspent: "L'argent non dépensé est rendu",
      waiting: "Aucun cycle n'attend d'approbation",
      proposals: "Aucune autre proposition n'attend",
    },
    left: {
      cycles: (count) => `${count} ; clôturez d'abord chacun d'eux.`,
      cycle: { one: "cycle est ouvert", other: "cycles sont ouverts" },
      owed: (amount) => `${amount} sont dus. Réglez d'abord les commerçants.`,
      instructed: (count) => `${count} à la banque.`,
      settlement: { one: "règlement est", other: "règlements sont" },
      paused: "Les ventes ou les paiements sont suspendus. Levez d'abord la suspension.",
      terminals: (count) => `${count}. La clôture les arrête aussi ; récupérez les appareils.`,
      terminal: { one: "terminal est actif", other: "terminaux sont actifs" },
      unspent: (amount) =>
        `${amount} vont à la source choisie plus bas. Si d'autres ont aussi donné, rendez-leur d'abord leur part.`,
      waiting: (count) => `${count} d'approbation et n'en recevra jamais.`,
      waitingCycle: { one: "cycle attend", other: "cycles attendent" },
      proposals: (count) => `${count} et ne sera jamais approuvé.`,
      proposal: { one: "proposition attend", other: "propositions attendent" },
    },
    links: {
      cycle: (cycle) => `Clôturer le cycle ${cycle}`,
      owed: "Régler",
      instructed: "Règlements",
      paused: "Voir la suspension",
      terminals: "Commerçants et terminaux",
      unspent: "Rendre de l'argent",
      proposals: "Propositions",
    },
  },
  sources: {
    title: "D'où vient son argent",
    hint: "L'argent non dépensé ne va qu'à des sources enregistrées.",
    none: "Aucune source n'est enregistrée",
    noneHint: "Enregistrez-en une sur la page du programme : ce qui reste doit pouvoir aller quelque part.",
    columns: { source: "Source", brought: "Apporté", returned: "Rendu" },
    theAddress: "l'adresse de la source",
  },
  close: {
    title: "Clore",
    free: "Argent libre",
    fees: "Réserve de frais",
    leaves: "Va à la source",
    source: "Source qui reçoit ce qui reste",
    sourceHint: "Les jetons que quelqu'un aurait envoyés ici sans qu'on les demande partent avec.",
    propose: "Proposer de clore pour de bon",
    proposed: "La clôture est proposée. Un approbateur la confirme, dès deux jours après la proposition.",
    done: "Ce programme est clos pour de bon.",
    doneHint:
      "Ce qu'il lui restait est allé à une source enregistrée. Tout ce qui s'y est passé reste lisible.",
    blocked: "Il pourra être clos quand tout ce qui est à faire d'abord sera fait.",
    noSource: "Enregistrez d'abord une source.",
    wait: "Il faut attendre deux jours, pour que chacun le voie venir.",
  },
};

export default fr;
