// SPDX-License-Identifier: Apache-2.0

import type { FrenchSentences } from "./sentence.ts";

/** What becomes of a receipt when the shop's statement, the ledger and the list are compared. */
export const reconciliation: FrenchSentences = {
  "RECO-101": ["Le relevé et le registre concordent.", "Réglez-le."],
  "RECO-102": [
    "Le montant du relevé n’est pas celui du registre.",
    "Regardez le reçu en papier ; si le relevé est juste, faites ressaisir le reçu par deux agents, sinon payez ce que dit le registre.",
  ],
  "RECO-103": [
    "Le relevé nomme un autre ménage que le registre, qui a le compte {counted}.",
    "Regardez le reçu en papier ; si le relevé est juste, faites ressaisir le reçu pour ce ménage par deux agents.",
    /the chain (?:account )?(?<counted>\d+)/,
  ],
  "RECO-104": [
    "Le relevé dit {claimed}, le registre {counted} ; le montant est le même.",
    "Réglez-le, et faites vérifier l’horloge du terminal si cela arrive souvent.",
    /statement says (?<claimed>.+), the chain (?<counted>.+?);/,
  ],
  "RECO-105": [
    "Le relevé a un reçu qui n’est jamais arrivé au registre.",
    "Faites envoyer par le commerçant les reçus du terminal ; si le terminal est perdu, révoquez-le et faites saisir le reçu papier par deux agents.",
  ],
  "RECO-106": [
    "Le registre a un reçu que le relevé ne réclame pas.",
    "Demandez au commerçant ; réglez le reçu s’il a été oublié, et faites-le annuler par deux agents si la vente n’a pas eu lieu.",
  ],
  "RECO-107": [
    "Le registre a rejeté le reçu ({code}).",
    "Refusez-le, ou faites-le honorer par deux agents si le commerçant montre que le ménage a eu la marchandise.",
    /rejected the receipt \((?<code>[\w-]+)\)/,
  ],
  "RECO-108": [
    "Le relevé a déjà ce reçu à la ligne {row}.",
    "Payez-le une fois ; cette ligne est laissée de côté.",
    /in row (?<row>\d+)/,
  ],
  "RECO-109": [
    "Le reçu est pour un ménage qui n’est pas sur la liste approuvée.",
    "Refusez-le ; si le ménage a été oublié, sa place est sur une liste corrective.",
  ],
  "RECO-110": [
    "Le reçu prend plus que ce qui reste au ménage, soit {left} sur {listed}.",
    "Refusez ce qui dépasse ; le commerçant le supporte.",
    /which is (?<left>.+) of (?<listed>.+?)\. Refuse/,
  ],
  "RECO-111": [
    "Le terminal n’est pas de ce commerçant.",
    "Vérifiez avec le commerçant le nom ou l’adresse du terminal ; le reçu d’un terminal d’un autre commerçant se règle là-bas.",
  ],
  "RECO-112": [
    "Le reçu a déjà été corrigé et compte maintenant {counted}.",
    "Payez ce qu’il compte maintenant ; un reçu n’est corrigé qu’une fois, une différence se règle donc directement avec le commerçant.",
    /counts (?<counted>.+?) now\./,
  ],
  "RECO-113": ["Un règlement précédent a payé ce reçu.", "Laissez-le hors de ce règlement."],
  "RECO-114": [
    "Le terminal a émis ce reçu dans un autre cycle.",
    "Laissez-le de côté ici et rapprochez-le avec le relevé de ce cycle-là.",
  ],
};
