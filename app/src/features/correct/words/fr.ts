// SPDX-License-Identifier: Apache-2.0

import type en from "./en.ts";

const fr: typeof en = {
  title: "Corriger un reçu",
  intro:
    "Quand les livres et le comptoir ne concordent pas, deux agents saisissent ce qui est juste. L'ancien reçu reste visible ; un reçu n'est corrigé qu'une fois.",
  which: "Quel reçu",
  terminal: "Terminal",
  number: "Numéro de reçu",
  find: "Montrer le reçu",
  notFound: "Ce terminal n'a pas un tel reçu au registre.",
  lost: "Il n'est jamais arrivé au registre. D'un terminal révoqué, il peut être saisi d'après le papier.",
  found: "Au registre",
  alreadyCorrected: "Ce reçu a déjà été corrigé. Tout écart restant se règle directement avec le commerçant.",
  refund:
    "C'est un remboursement, et seules les ventes peuvent être corrigées : corrigez la vente qu'il remboursait.",
  what: "Ce qui est juste",
  kinds: { honour: "Honorer", reverse: "Annuler", reenter: "Ressaisir" },
  kindHints: {
    honour: "Le registre l'a rejeté, et le ménage a reçu les biens : le créditer maintenant.",
    reverse: "La vente n'a pas eu lieu : le ménage retrouve son argent, le commerçant a moins à recevoir.",
    reenter: "Elle s'est passée autrement : un autre ménage ou un autre montant.",
  },
  unfit: {
    honour: "Seul un reçu rejeté peut être honoré.",
    reverse: "Seul un reçu crédité peut être annulé.",
    reenter: "Seul un reçu crédité peut être ressaisi.",
  },
  account: "Compte juste",
  amount: (currency) => `Montant juste (${currency})`,
  reason: "Motif",
  reasons: {
    "WRONG-AMOUNT": "Mauvais montant",
    "WRONG-HOUSEHOLD": "Mauvais ménage",
    "NO-SALE": "La vente n'a pas eu lieu",
    "GOODS-GIVEN": "Le ménage a reçu les biens",
    "TERMINAL-LOST": "Terminal perdu, saisi d'après le papier",
    OTHER: "Autre, voir le dossier du bureau",
  },
  propose: "Proposer à un approbateur",
  proposed: "Proposé. Un approbateur le confirme ; alors il compte.",
  before: "Maintenant",
  after: "Après la correction",
  proposals: "En attente d'un second agent",
  cycle: "Cycle",
  fields: {
    terminal: "Écrivez l'adresse du terminal : 0x et 40 chiffres ou lettres.",
    number: "Chiffres seulement.",
    account: "Écrivez un numéro de compte.",
    amount: "Écrivez un montant supérieur à zéro.",
  },
};

export default fr;
