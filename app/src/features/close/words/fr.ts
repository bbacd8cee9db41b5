// SPDX-License-Identifier: Apache-2.0

import type en from "./en.ts";

const fr: typeof en = {
  title: (cycle) => `Clôturer le cycle ${cycle}`,
  intro:
    "La clôture termine un cycle : les reçus qui arrivent plus tard sont rejetés, et ce qui n'est pas dépensé redevient libre. Les règlements aux commerçants restent possibles.",
  list: {
    title: "Avant de clôturer",
    hint: "Lu à l'instant sur le registre et au bureau.",
    states: { done: "Fait", left: "Reste", blocks: "Pas encore", unknown: "Inconnu" },
    items: {
      grace: "Les jours pour les reçus tardifs sont passés",
      loaded: "Toute la liste a été chargée",
      rejected: "Aucun reçu rejeté ne reste sans correction",
      owed: "Les commerçants sont réglés",
      instructed: "La banque a confirmé ses paiements",
      exceptions: "Aucune exception n'est ouverte",
      proposals: "Aucune proposition n'est en attente",
    },
    graceUntil: (when) => `Les reçus tardifs comptent jusqu'au ${when}.`,
    graceOver: (when) => `Depuis le ${when}.`,
    notLoaded: (parts) => `${parts} jamais chargée(s) ; leurs ménages n'ont rien reçu de ce cycle.`,
    part: { one: "partie", other: "parties" },
    rejectedLeft: (count) => `${count} rejeté(s) sans correction.`,
    receipt: { one: "reçu", other: "reçus" },
    owedLeft: (amount) => `${amount} dus aux commerçants.`,
    instructedLeft: (count) => `${count} à la banque.`,
    settlement: { one: "règlement", other: "règlements" },
    exceptionsLeft: (count) => `${count} en cours.`,
    exception: { one: "exception", other: "exceptions" },
    exceptionsUnknown:
      "Les exceptions ouvertes ne sont pas connues : connectez-vous au bureau, ou attendez qu'il réponde.",
    proposalsLeft: (count) => `${count} pour un second agent.`,
    proposal: { one: "proposition", other: "propositions" },
    links: {
      loaded: "Le rendre",
      rejected: "Voir les reçus",
      owed: "Régler",
      instructed: "Règlements",
      exceptions: "Exceptions",
      proposals: "Propositions",
    },
  },
  close: {
    title: "Le clôturer",
    free: "Redevient libre",
    spent: "Dépensé chez les commerçants",
    freeAfter: "Fonds libres ensuite",
    propose: "Proposer de clôturer",
    proposed: "La clôture est proposée. Un approbateur la confirme.",
    done: "Ce cycle est clôturé.",
    isClosed: "Ce cycle est clôturé. Ce qui n'était pas dépensé est redevenu libre.",
    notApproved: "Seul un cycle approuvé se clôture.",
    later: "Il pourra être clôturé quand ses jours pour les reçus tardifs seront passés.",
    leftWarning:
      "Il reste quelque chose ci-dessus. Il peut être clôturé quand même : les commerçants peuvent encore être payés, mais les reçus qui arrivent plus tard sont rejetés.",
    abandoned: "Ses reçus tardifs sont terminés depuis plus de 90 jours : une signature suffit.",
    closeNow: "Clôturer maintenant",
  },
};

export default fr;
