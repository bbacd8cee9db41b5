// SPDX-License-Identifier: Apache-2.0

import type { Words } from "./en.ts";

const fr: Words = {
  connect: "Se connecter",
  connecting: "Connexion",
  connectTitle: "Connectez votre portefeuille",
  connectHint: "Tout se lit sans portefeuille. Pour agir, chaque agent signe avec le sien.",
  noWallet: "Aucun portefeuille dans ce navigateur",
  noWalletHint:
    "Installez un portefeuille Ethereum comme extension du navigateur, ou ouvrez cette page dans le navigateur de votre portefeuille.",
  connectWith: (wallet) => `Se connecter avec ${wallet}`,
  notConnectedNow: "Vous ne vous êtes pas connecté. Rien n’a changé.",
  cannotConnect: "Le portefeuille ne s’est pas connecté. Ouvrez-le, déverrouillez-le et réessayez.",
  officer: "Agent",
  theAddress: "votre adresse",
  with: (wallet) => `avec ${wallet}`,
  atOrganisation: (organisation) => `chez ${organisation}`,
  noRoleAt: (organisation) => `Cette adresse n’a aucun rôle chez ${organisation}. Vous pouvez tout lire.`,
  rolesUnknown: "Vos rôles n’ont pas pu être lus dans le registre.",
  wrongNetwork: "Mauvais réseau",
  wrongNetworkHint: (name) =>
    `Votre portefeuille est sur un autre réseau. Cette console travaille sur ${name}.`,
  switchTo: (name) => `Passer à ${name}`,
  didNotSwitch: "Le portefeuille n’a pas changé de réseau. Rien n’a changé.",
  disconnect: "Se déconnecter",
  itSaid: (message) => `Il a dit : « ${message} ».`,
  tryAgain: "Réessayer",
  needs: {
    connect: (roles) => `Connectez votre portefeuille en haut de la page. Ceci revient à : ${roles}.`,
    reading: "Lecture de vos rôles dans le registre",
    lacksRole: (roles, organisation) => `Ceci revient à : ${roles}, chez ${organisation}.`,
    youAre: (roles) =>
      `Vous êtes connecté comme : ${roles}. Vous pouvez lire la page ; demandez à un collègue qui a ce rôle d’agir.`,
    youAreNobody:
      "L’adresse connectée n’a aucun rôle ici. Passez à votre compte d’agent, ou demandez à l’administrateur de vous nommer.",
    noOrganisation:
      "Cette console n’est réglée pour aucune organisation : personne ne peut y agir. Prévenez la personne qui l’exploite.",
  },
  roles: {
    Administrator: "Administrateur",
    Preparer: "Préparateur",
    Approver: "Approbateur",
    Finance: "Finances",
    Custodian: "Dépositaire",
    Monitor: "Contrôleur",
    Guardian: "Gardien",
  },
  errors: {
    notConnected: {
      summary: "Aucun portefeuille n’est connecté.",
      next: "Connectez le vôtre en haut de la page et recommencez.",
    },
    wrongChain: {
      summary: "Votre portefeuille est sur un autre réseau ; rien n’a été signé.",
      next: "Passez au réseau de cette console et recommencez.",
    },
    accountSwitched: {
      summary: "Votre portefeuille est passé à un autre compte pendant la préparation ; rien n’a été signé.",
      next: "Vérifiez en haut de la page qui agit, puis recommencez.",
    },
    walletFailed: {
      summary: "Le portefeuille a répondu par une erreur.",
      next: "Ouvrez le portefeuille et lisez ce qu’il dit ; s’il n’a pas tout de même envoyé la transaction, réessayez.",
    },
    noFees: {
      summary: "Le compte n’a pas assez de la monnaie du réseau pour payer les frais.",
      next: "Demandez à la personne qui gère les comptes des agents de l’approvisionner, puis recommencez.",
    },
  },
};

export default fr;
