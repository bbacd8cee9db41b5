// SPDX-License-Identifier: Apache-2.0

import type { Words } from "./en.ts";

const fr: Words = {
  step: (number, of) => `Étape ${number} sur ${of} : `,
  checking: "Vérification auprès du registre que cela passera",
  signing: "Confirmez dans votre portefeuille",
  signingLong:
    "Confirmez dans votre portefeuille. Si vous l’avez déjà fait, il n’y a plus rien à faire : cette page surveille le registre et continue d’elle-même.",
  waiting: "Envoyé. En attente du registre",
  handedOver:
    "Votre portefeuille s’en charge ; d’autres signataires doivent peut-être y confirmer. Cette page surveille le registre et continue d’elle-même.",
  blind: "Le registre ne répond pas pour le moment ; cette page continue de demander.",
  more: (number, of) =>
    `L’étape ${number} sur ${of} est inscrite au registre. La suivante demande votre signature.`,
  goOn: "Signer l’étape suivante",
  done: "C’est fait : le registre le montre.",
  declined: "Vous n’avez pas signé. Rien n’a changé.",
  stopWaiting: "Ne plus attendre",
  stopWaitingHint: "Une signature donnée plus tard comptera quand même.",
  transaction: "Transaction",
  theTransaction: "la transaction",
  seeTransaction: "Voir la transaction",
  errors: {
    nodeSilent: {
      summary: "Le nœud par lequel cette console lit le registre ne répond pas ; rien n’a été signé.",
      next: "Vérifiez votre connexion et réessayez ; si cela dure, prévenez la personne qui exploite la console.",
    },
    reverted: {
      summary:
        "Le registre a reçu votre transaction et refusé ce qu’elle demande : quelque chose a changé entre-temps.",
      next: "Rechargez la page pour voir l’état actuel du registre, et recommencez si c’est encore nécessaire.",
    },
    withoutEffect: {
      summary: "Votre transaction est au registre, mais ce qu’elle devait faire n’a pas eu lieu.",
      next: "Regardez dans votre portefeuille : dans un portefeuille partagé, l’appel intérieur a pu échouer. Rechargez la page avant de réessayer.",
    },
    nothingToDo: {
      summary: "Il ne reste rien à signer.",
      next: "Rechargez la page : le registre le montre déjà.",
    },
  },
};

export default fr;
