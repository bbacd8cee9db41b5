// SPDX-License-Identifier: Apache-2.0

import type en from "./en.ts";

const fr: typeof en = {
  title: (cycle) => `Charger le cycle ${cycle}`,
  intro:
    "La liste va au registre partie par partie. Chaque partie prouve qu'elle a été approuvée : peu importe qui l'envoie, dans quel ordre, ou combien de fois l'envoi est interrompu.",
  progress: {
    title: "Au registre",
    label: "Parties de la liste qui sont au registre",
    parts: (done, all) => `${done} parties sur ${all}`,
    money: (done, all) => `${done} sur ${all}`,
    done: "Toute la liste est au registre.",
    nothing: "Rien n'est encore chargé.",
    stateHints: {
      waiting: "Il n'est pas encore approuvé : il ne peut pas être chargé.",
      release: "Les finances ne l'ont pas encore libéré : il ne peut pas être chargé.",
      returned: "Il a été renvoyé et ne sera pas chargé.",
      cancelled: "Il a été annulé et ne sera pas chargé.",
      closed: "Il est clôturé ; ce qui n'était pas chargé a été rendu.",
      expired:
        "Ses ventes sont terminées : plus rien ne peut être chargé. Ce qui n'est pas chargé peut être rendu.",
    },
    toMessages: "Liste des messages",
    toApprove: "Vérifier et approuver",
  },
  relayer: {
    title: "Par le relais du bureau",
    hint: "Il continue de lui-même quand vous fermez cette page, et après une interruption.",
    start: "Charger la liste",
    again: "Réessayer",
    pause: "Pause",
    resume: "Continuer",
    sent: (transactions, gas) => `${transactions}, ${gas} gas`,
    transaction: { one: "transaction", other: "transactions" },
    signedOut: "Connectez-vous au bureau pour démarrer, suspendre ou suivre le relais.",
    signIn: "Se connecter au bureau",
    silent:
      "Le serveur du bureau ne répond pas. Chargez depuis ce navigateur, ou attendez : un travail en cours continue.",
    noOffice: "Cette console n'a pas de serveur du bureau ; chargez depuis ce navigateur.",
    noRelayer: "Le bureau n'a pas de relais ; chargez depuis ce navigateur.",
    notAllowed: "Un préparateur ou un dépositaire démarre le relais.",
  },
  browser: {
    title: "Depuis ce navigateur",
    hint: "Avec le portefeuille connecté, qui paie les frais. Il vous demande de confirmer chaque transaction.",
    open: "Charger plutôt depuis ce navigateur",
    file: "Déposez list.csv ici",
    fileHint: "La liste sans noms de ce cycle. Elle est comparée à ce qui a été approuvé avant tout envoi.",
    useOffice: "Prendre la liste du bureau",
    reading: "Découpage de la liste",
    ready: (parts) => `Il reste ${parts} à envoyer.`,
    part: { one: "partie", other: "parties" },
    start: "Démarrer",
    goOn: "Continuer",
    stop: "Arrêter",
    running: "Envoi en cours. Confirmez dans votre portefeuille quand il le demande.",
    stopped: "Arrêté. Ce qui est chargé reste ; continuez quand vous voulez.",
    declined: "Vous n'avez pas signé. Ce qui est chargé reste ; continuez quand vous voulez.",
    done: "Tout est envoyé.",
    connect: "Connectez un portefeuille en haut de la page pour charger depuis ce navigateur.",
  },
  errors: {
    otherList: {
      summary: "Ce n'est pas la liste approuvée pour ce cycle : le registre n'en prendrait aucune partie.",
      next: "Choisissez list.csv de ce cycle, inchangé, tel que la console du préparateur l'a écrit.",
    },
    cannotRead: {
      summary: "Ce navigateur n'a pas pu découper la liste.",
      next: "Rechargez la page ; si cela n'aide pas, utilisez une version actuelle de Firefox, Chrome, Edge ou Safari.",
    },
    noTrace: {
      summary: "Votre portefeuille a pris une transaction que le registre ne connaît pas.",
      next: "Les portefeuilles partagés ne peuvent pas charger de listes. Utilisez le relais du bureau, ou un compte ordinaire ; ce qui est chargé reste chargé.",
    },
  },
};

export default fr;
