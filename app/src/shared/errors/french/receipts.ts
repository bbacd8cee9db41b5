// SPDX-License-Identifier: Apache-2.0

import type { FrenchSentences } from "./sentence.ts";

const HONOUR = "honorez le reçu à deux agents si le commerçant montre que le ménage a eu la marchandise.";
const FROM_PAPER = "Corrigez-le d’après le reçu en papier.";

/** Cells of a file of receipts or of a shop's statement. */
const cells: FrenchSentences = {
  "RCPT-001": [
    "Il n’y a pas de colonne pour ce champ ; le fichier contient : {columns}.",
    "Nommez la colonne {names}, ou dites de quelle colonne il s’agit.",
    /the file has: (?<columns>.*)\. Name the column (?<names>.*), or say/,
  ],
  "RCPT-002": [
    "Plus d’une colonne pourrait être ce champ.",
    "Renommez ou supprimez l’une d’elles, ou dites de quelle colonne il s’agit.",
  ],
  "RCPT-011": ["Cette valeur manque.", "Remplissez-la ou supprimez la ligne."],
  "RCPT-012": [
    "Ce n’est ni l’adresse d’un terminal ni le nom d’un terminal.",
    "Copiez l’adresse depuis la page du terminal, ou utilisez le nom sous lequel le terminal du commerçant est enregistré.",
  ],
  "RCPT-013": [
    "Ce n’est pas un numéro de reçu.",
    "Écrivez le numéro que le terminal a imprimé sur le reçu, en chiffres seulement, à partir de 1.",
  ],
  "RCPT-014": [
    "Ce n’est pas le numéro d’un cycle.",
    "Écrivez le numéro du cycle en chiffres seulement, à partir de 1.",
  ],
  "RCPT-015": [
    "Ce n’est pas un numéro de compte.",
    "Écrivez un nombre entier à partir de 256, ou utilisez une colonne d’identifiants.",
  ],
  "RCPT-016": [
    "Un tableur a fait un nombre de cet identifiant et a perdu ou ajouté des chiffres.",
    "Mettez la colonne au format texte, copiez à nouveau les identifiants depuis la source et enregistrez.",
  ],
  "RCPT-017": [
    "Aucun ménage n’a de compte sous cet identifiant.",
    "Comparez l’identifiant avec la carte du ménage, et ouvrez un compte s’il n’en a pas encore.",
  ],
  "RCPT-021": ["Ce n’est pas un nombre.", "Écrivez le montant en chiffres seulement, sans monnaie ni mots."],
  "RCPT-022": [
    "Le montant est négatif.",
    "Écrivez-le sans signe, et ce qui a été rendu comme remboursement.",
  ],
  "RCPT-023": ["Le montant est zéro.", "Écrivez un montant au-dessus de zéro ou supprimez la ligne."],
  "RCPT-024": [
    "Un tableur a raccourci ce nombre et des chiffres peuvent être perdus.",
    "Mettez la colonne au format nombre avec tous ses chiffres et enregistrez à nouveau.",
  ],
  "RCPT-025": [
    "Le montant a plus de décimales que {currency} n’en a ({decimals}).",
    FROM_PAPER,
    /more decimals than (?<currency>.*?) has \((?<decimals>.*?)\)/,
  ],
  "RCPT-026": [
    "Le montant est plus grand que ce qu’un reçu peut porter ({limit}).",
    "Vérifiez que c’est la bonne colonne, et corrigez le montant.",
    /can carry \((?<limit>.*?)\)/,
  ],
  "RCPT-027": [
    "Le point ou la virgule de ce nombre peut précéder les décimales ou séparer les milliers, ce qui diffère d’un facteur 1 000.",
    "Dites quel signe décimal la colonne utilise, ou enregistrez-la sans séparateurs de milliers.",
  ],
  "RCPT-031": ["Ce n’est pas une date.", "Écrivez-la AAAA-MM-JJ, par exemple 2026-11-21."],
  "RCPT-032": [
    "Le jour et le mois de cette date peuvent être confondus.",
    "Dites si le fichier a jj/mm/aaaa ou mm/jj/aaaa, ou écrivez la date AAAA-MM-JJ.",
  ],
  "RCPT-033": [
    "La date est dans l’avenir.",
    "Corrigez-la d’après le reçu en papier, et vérifiez le calendrier du terminal.",
  ],
  "RCPT-041": ["Ce n’est ni une vente ni un remboursement.", "Écrivez sale ou refund."],
  "RCPT-042": [
    "Un remboursement a besoin du numéro de reçu de la vente qui a été annulée.",
    "Écrivez le numéro de cette vente dans cette colonne.",
  ],
  "RCPT-043": [
    "Un remboursement ne peut annuler qu’une vente dont le numéro de reçu est plus petit.",
    "Corrigez le numéro de la vente d’après le reçu en papier.",
  ],
  "RCPT-044": [
    "La ligne est une vente et nomme une autre vente, comme seuls les remboursements le font.",
    "Videz cette cellule, ou faites de la ligne un remboursement.",
  ],
  "RCPT-045": [
    "Ce n’est pas une façon connue de reconnaître un ménage.",
    "Écrivez card-pin, biometric, document ou override.",
  ],
  "RCPT-061": [
    "Le même numéro de reçu de ce terminal se trouve à la ligne {first} avec un autre contenu ; aucune des deux lignes n’est retenue.",
    "Gardez la ligne qui correspond au terminal, supprimez l’autre et envoyez le fichier à nouveau.",
    /stands in row (?<first>\d+)/,
  ],
};

/** Why the ledger rejected a receipt, and why a batch stopped for now. */
const outcomes: FrenchSentences = {
  "RCPT-101": [
    "Le reçu n’a pas de montant, ou ne dit pas comment le ménage a été reconnu.",
    "Faites vérifier le terminal, et honorez le reçu d’après la copie papier du commerçant si le ménage a eu la marchandise.",
  ],
  "RCPT-102": [
    "Le reçu est arrivé après le délai de grâce du cycle, ou son cycle a été renvoyé, annulé ou clôturé.",
    "Tant que le cycle n’est pas clôturé, deux agents peuvent l’honorer ; ensuite, réglez-le avec le commerçant dans un cycle correctif.",
  ],
  "RCPT-103": [
    "Le jour du reçu est avant l’ouverture du cycle ou après son expiration.",
    "Vérifiez le calendrier du terminal, et honorez le reçu si la vente a eu lieu un jour du cycle.",
  ],
  "RCPT-104": [
    "Il reste au ménage moins dans ce cycle que le reçu ne prend, ou il n’est pas sur sa liste.",
    "Demandez une preuve au commerçant ; honorez au plus ce qui reste, le commerçant supporte le reste.",
  ],
  "RCPT-105": [
    "Le compte du ménage était bloqué quand le reçu est arrivé.",
    `Cherchez pourquoi il était bloqué, et ${HONOUR}`,
  ],
  "RCPT-106": [
    "Le compte du ménage était clôturé quand le reçu est arrivé.",
    `Comparez le jour de la vente avec celui de la clôture, et ${HONOUR}`,
  ],
  "RCPT-107": [
    "Le terminal a vendu dans ce cycle plus qu’un dépositaire ne lui permet.",
    `Comparez les ventes du terminal avec le stock du commerçant, et ${HONOUR}`,
  ],
  "RCPT-108": [
    "Ce seul reçu dépasse tout ce que le commerçant peut vendre en une fois.",
    `Vérifiez le montant, et ${HONOUR}`,
  ],
  "RCPT-109": [
    "Le remboursement nomme une vente que ce terminal ne peut pas avoir faite avant lui.",
    "Demandez au commerçant quelle vente a été annulée, et faites-la annuler par deux agents.",
  ],
  "RCPT-110": [
    "Avec ce remboursement, le terminal aurait remboursé plus qu’il n’a vendu dans ce cycle.",
    "Demandez au commerçant quelle vente a été annulée ; rien n’a encore été rendu au ménage.",
  ],
  "RCPT-111": [
    "Le remboursement dépasse ce qui est encore dû au commerçant, parce que ses ventes sont déjà réglées.",
    "Faites rendre au ménage l’argent ou la marchandise par le commerçant, ou retenez le montant au prochain règlement.",
  ],
  "RCPT-112": [
    "Avec ce remboursement, le ménage aurait plus que sa liste ne dit.",
    "Demandez au commerçant si la vente a été remboursée deux fois ou au mauvais ménage.",
  ],
  "RCPT-201": [
    "Le cycle de ces reçus n’est pas encore approuvé.",
    "Faites approuver le cycle, puis envoyez les reçus à nouveau.",
  ],
  "RCPT-202": [
    "Le cycle de ces reçus n’est pas encore ouvert.",
    "Envoyez les reçus à nouveau quand le cycle est ouvert, et vérifiez le calendrier du terminal.",
  ],
  "RCPT-203": [
    "La partie de la liste où se trouve ce ménage n’est pas encore dans le registre.",
    "Chargez le reste de la liste et envoyez les reçus à nouveau ; si elle est chargée en entier, le ménage n’est pas sur cette liste.",
  ],
  "RCPT-204": [
    "Le commerçant a épuisé son plafond pour le moment.",
    "Envoyez les reçus à nouveau demain, ou faites relever le plafond par deux agents.",
  ],
  "RCPT-205": [
    "Le commerçant n’est pas actif en ce moment.",
    "Cherchez pourquoi il a été désactivé ; quand deux agents l’activent, envoyez les reçus à nouveau.",
  ],
  "RCPT-206": [
    "Le lot contient un remboursement et est venu sans l’extrait de liste qui prouve ce qui était prévu pour le ménage.",
    "Envoyez le lot à nouveau avec la liste du cycle sous la main.",
  ],
  "RCPT-301": [
    "Des reçus du terminal {terminal} manquent ; les suivants ne peuvent donc pas encore compter.",
    "Obtenez les reçus manquants du terminal et envoyez-les d’abord.",
    /at terminal (?<terminal>\S+),/,
  ],
  "RCPT-302": [
    "Le reçu {number} du terminal {terminal} a été donné plus d’une fois avec des contenus différents ; aucun n’est envoyé.",
    "Gardez celui que le terminal montre et supprimez les autres.",
    /Receipt (?<number>\d+) of terminal (?<terminal>\S+) /,
  ],
};

const work: FrenchSentences = {
  "RCPT-401": [
    "Ce texte n’est pas l’adresse d’un terminal.",
    "Copiez à nouveau l’adresse depuis la page du terminal ; elle commence par 0x et compte ensuite 40 caractères.",
  ],
  "RCPT-402": [
    "La clé présente n’est pas celle du terminal {terminal}.",
    "Signez avec la clé qui a été autorisée pour ce terminal.",
    /the one of terminal (?<terminal>\w+)/,
  ],
  "RCPT-403": [
    "Le reçu {number} est un remboursement, et seules les ventes peuvent être corrigées.",
    "Corrigez la vente qu’il a remboursée, ou réglez la différence avec le commerçant.",
    /Receipt (?<number>\d+)/,
  ],
  "RCPT-404": [
    "Le registre rend compte de reçus d’une façon que cette version ne sait pas lire.",
    "Passez à une version qui convient au contrat du programme.",
  ],
  "RCPT-405": [
    "Le motif de la correction n’est pas un code de 1 à 31 lettres simples.",
    "Écrivez un code court comme WRONG-AMOUNT, sans accents.",
  ],
  "RELAY-101": [
    "Le nœud n’a plus répondu après {done} sur {total}.",
    "Vérifiez la connexion et recommencez ; cela reprend là où cela s’est arrêté.",
    /after (?<done>\d+) of (?<total>\d+)/,
  ],
  "RELAY-102": [
    "Une transaction a manqué de gaz à la plus haute limite permise.",
    "Cette chaîne demande plus que prévu ; prenez une chaîne dont le stockage a un prix ordinaire, ou signalez-le.",
  ],
  "RELAY-103": [
    "Arrêté après {done} sur {total}.",
    "Recommencez ; cela reprend là où cela s’est arrêté.",
    /after (?<done>\d+) of (?<total>\d+)/,
  ],
  "MONEY-101": [
    "Cette monnaie n’est pas dans la table des monnaies.",
    "Prenez le code à trois lettres de la norme ISO 4217.",
  ],
  "MONEY-102": [
    "Ce n’est pas un montant dans cette monnaie.",
    "Écrivez-le en chiffres, avec un point ou une virgule et pas plus de décimales que la monnaie n’en a.",
  ],
};

export const receipts: FrenchSentences = { ...cells, ...outcomes, ...work };
