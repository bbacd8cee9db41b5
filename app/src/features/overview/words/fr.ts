// SPDX-License-Identifier: Apache-2.0

import type { Words } from "./en.ts";

const fr: Words = {
  title: "Où va l’argent",
  intro:
    "Chaque contribution, chaque paiement, jusqu’à la transaction dans le registre public. Sans portefeuille ni compte : lisez, vérifiez, emportez les chiffres.",
  follow: "Suivre ma contribution",
  verify: "Vérifier ces chiffres vous-même",
  facts: {
    programmes: "Programmes",
    agreements: "Accords avec des partenaires",
    funds: "Fonds de donateurs",
    households: "Ménages atteints",
    people: "Personnes atteintes",
  },
  fewHouseholds: "moins de 10",
  peopleUnknown: "absent du registre",
  reachHint:
    "Ménages qui ont acheté au moins une fois, chacun compté une fois ; arrondi à la dizaine inférieure, et les groupes de moins de 10 ne sont pas dits. Le nombre de personnes d’un ménage n’est pas dans le registre.",
  money: {
    title: (currency) => `L’argent en ${currency}`,
    hint: "Ce qui a jamais atteint chaque étape. Chaque nombre ouvre ses transactions.",
    state: "Étape",
    chart: "Par rapport à toutes les contributions",
    amount: (currency) => `Montant (${currency})`,
    open: (state, amount, entries) => `${state} : ${amount}, ${entries}`,
    entry: { one: "écriture", other: "écritures" },
  },
  months: {
    amount: (state, amount) => `${state} : ${amount}`,
    title: (currency) => `Mois par mois (${currency})`,
    hint: "Ce qui a été donné, transmis, dépensé par les ménages et payé aux commerçants et partenaires chaque mois.",
    table: "Les chiffres du graphique en tableau",
    month: "Mois",
    latest: (months) => `Les ${months} derniers mois sont dessinés ; le tableau les a tous.`,
  },
  where: {
    title: (currency) => `Où il est maintenant (${currency})`,
    hint: "Chaque unité contribuée est sur une seule ligne.",
    place: "Lieu",
    chart: "Part",
    explained: "Chaque unité est expliquée.",
    unexplained: "Inexpliqué",
    unexplainedMeaning:
      "Contribué, et dans aucun des lieux ci-dessus. C’est montré, pas caché : demandez à ceux qui gèrent les fonds.",
    unattributed: (amount) =>
      `Dont ${amount} sont revenus à un fonds sans pouvoir être attribués à une contribution.`,
  },
  cost: {
    title: (currency) => `Ce que cela coûte (${currency})`,
    transfers: "Transferts aux ménages",
    amount: "Valeur",
    commission: "Commissions des commerçants et agents",
    perTransfer: "Commission par transfert",
    gas: "Frais du registre par transfert",
    gasUnknown: "pas lus par ce site",
    gasMeaning: (transactions, whole) =>
      `Frais du registre : ${whole} pour ${transactions} auxquelles les programmes ont pris part, du financement et des listes aux règlements, divisés par les transferts.`,
    transaction: { one: "transaction", other: "transactions" },
    none: "encore aucun transfert",
  },
  rates: {
    title: (currency) => `Taux de change utilisés pour ${currency}`,
    hint: "Chacun a été enregistré avec une pièce quand des unités ont été émises contre un financement.",
    none: "Aucun change n’a été enregistré pour cette monnaie.",
    issued: "Émis",
    against: "Contre",
    rate: "Taux",
    document: "Pièce",
    check: "Vérifier la pièce",
    one: (source, amount) => `${source} = ${amount}`,
  },
  breakdown: {
    title: "Par programme, cycle et commerçant",
    hint: "Les zones ne sont pas distinguées : elles sont dans les listes que gardent les organisations, jamais dans le registre public.",
    by: "Répartition",
    programme: "Programmes",
    cycle: "Cycles",
    shop: "Commerçants",
    name: "Nom",
    reserved: "Réservé",
    redeemed: "Dépensé",
    settled: "Réglé",
    targeted: "Ménages des listes",
    reached: "Ménages atteints",
    empty: "Encore rien",
    emptyHint: "Une ligne apparaît dès qu’un programme a un cycle approuvé ou un commerçant.",
  },
  empty: "Pas encore d’argent",
  emptyHint:
    "Des chiffres apparaissent ici dès que quelqu’un contribue à un fonds, un programme ou un accord.",
};

export default fr;
