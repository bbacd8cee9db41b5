// SPDX-License-Identifier: Apache-2.0

import type { Words } from "./en.ts";

const fr: Words = {
  title: "Bureau",
  signedOutHint:
    "Les brouillons, les listes et le relais s’y trouvent. S’y connecter ne coûte rien : votre portefeuille signe un texte.",
  signIn: "Se connecter au bureau",
  signingIn: "Confirmez dans votre portefeuille",
  declined: "Vous n’avez pas signé. Rien n’a changé.",
  signedInUntil: (time) => `Connecté jusqu’à ${time}`,
  signOut: "Quitter le bureau",
  unreachable: "Le serveur du bureau ne répond pas.",
  unreachableHint: "Ce qui n’a besoin que du registre continue ; cette page réessaie.",
  otherAccount: "Le compte de votre portefeuille a changé ; la session de l’autre au bureau a été fermée.",
  needsWallet: "Connectez votre portefeuille en haut de la page, puis connectez-vous au bureau.",
  needsSession:
    "Ceci est conservé sur le serveur du bureau de votre organisation. Connectez-vous avec votre portefeuille pour le voir.",
  signInHere: "Connectez-vous ici : ce qui est sur cette page reste.",
  noOffice:
    "Cette console n’a pas de serveur du bureau. Dites à la personne qui l’exploite que cette page en a besoin.",
  reading: "Question au serveur du bureau",
  /** EIP-4361 allows plain ASCII only. */
  statement: "Connexion au bureau de votre organisation. Gratuit, et sans transaction.",
};

export default fr;
