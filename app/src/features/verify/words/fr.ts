// SPDX-License-Identifier: Apache-2.0

import type { Words } from "./en.ts";

const fr: Words = {
  title: "Vérifiez ces chiffres vous-même",
  intro:
    "Vous n’avez pas à croire ce site. Votre navigateur lit le registre auprès d’un nœud de votre choix, refait tous les calculs et place chaque résultat à côté de ce que montre le site.",
  node: {
    title: "Votre nœud",
    hint: "N’importe quelle adresse JSON-RPC du registre nommé ici, de préférence sans lien avec ce site. Seul le nœud apprend que vous demandez.",
    label: "Adresse web d’un nœud",
    chain: (name, id) => `Registre : ${name}, numéro ${id}`,
    sameAsSite:
      "C’est le nœud avec lequel le site travaille lui-même. Un autre donne plus de valeur à la vérification.",
    start: "Vérifier tous les chiffres",
    again: "Vérifier à nouveau",
    stop: "Arrêter",
  },
  progress: {
    title: "Vérification en cours",
    site: (answers) => `Lecture de ce que montre le site : ${answers}`,
    answers: { one: "réponse jusqu’ici", other: "réponses jusqu’ici" },
    ledger: (done, all) => `Lecture du registre : bloc ${done} sur ${all}`,
    entries: { one: "écriture trouvée", other: "écritures trouvées" },
    steps: "Avancement de la vérification",
  },
  result: {
    good: (figures) => `Les ${figures} concordent tous avec le registre`,
    bad: (figures, all) => `${figures} sur ${all} ne concordent pas avec le registre`,
    figure: { one: "chiffre", other: "chiffres" },
    of: (block, entries) => `Au bloc ${block}, calculé à partir de ${entries} du registre.`,
    entry: { one: "écriture", other: "écritures" },
    whatNow:
      "Ce que dit le registre fait foi. Vérifiez avec un autre nœud ; si la différence reste, le serveur du site montre quelque chose de faux : prévenez la personne qui l’exploite, en citant le bloc et les chiffres ci-dessous.",
    sameBlock: "Empreinte du bloc",
    ledgerTitle: "Le registre lui-même",
    ledgerHint: "Les deux côtés doivent parler du même bloc.",
    overall: "Les listes et tout le reste",
    inCurrency: (currency) => `L’argent en ${currency}`,
  },
  columns: { figure: "Chiffre", site: "Ce site", ledger: "Le registre", verdict: "Résultat" },
  same: "concorde",
  different: "diffère",
  missing: "rien",
  yes: "oui",
  no: "non",
  lists: {
    overview: "Autres faits de la vue d’ensemble",
    breakdown: "Répartition par programme, cycle et commerçant",
    timeline: "Écritures de la chronologie",
    programmes: "Liste des programmes",
    "programmes/*": "Autres faits du programme",
    "programmes/*/cycles": "Cycles",
    "programmes/*/shops": "Commerçants",
    "programmes/*/settlements": "Règlements",
    "programmes/*/receipts": "Reçus",
    funds: "Liste des fonds",
    "funds/*": "Autres faits du fonds",
    "funds/*/contributions": "Contributions",
    "funds/*/allocations": "Allocations",
    agreements: "Liste des accords",
    "agreements/*": "Autres faits de l’accord, avec ses étapes",
  },
  someDiffer: (wrong, figures) => `${wrong} sur ${figures} diffèrent`,
  fields: {
    transactions: "Nombre de transactions",
    gasUsed: "Gaz utilisé",
    wei: "Frais du registre (wei)",
    weiPerTransfer: "Frais du registre par transfert (wei)",
    unexplained: "Inexpliqué",
    people: "Personnes",
    held: "Détenu",
    committed: "Engagé",
    escrowed: "Mis sous séquestre",
    paid: "Payé",
    outstanding: "Avances non justifiées",
    free: "Libre",
    reserved: "Réservé",
    owed: "Dû aux commerçants",
    settled: "Réglé",
    instructed: "Ordre donné",
    fees: "Réserve de commissions",
    funded: "Apporté",
    returned: "Retourné aux sources",
    households: "Ménages",
    cyclesOpen: "Cycles ouverts",
    contributed: "Contribué",
    allocated: "Alloué",
    redeemed: "Dépensé",
    refunded: "Remboursé",
    reconciled: "Rapproché",
    total: "Total approuvé",
    loaded: "Chargé",
    gross: "Vendu",
    refunds: "Remboursé",
    amount: "Montant",
    payment: "Paiement",
    outcome: "Résultat",
    account: "Compte",
    state: "État",
  },
  place: (item, field) => `${item} : ${field}`,
  numbered: (list, item) => `${list}, n° ${item}`,
  ofTerminal: (number, terminal) => `Reçu ${number} de ${terminal}`,
  idle: {
    title: "Ce qui est vérifié",
    points: [
      "L’argent de chaque programme : libre, réservé, dû, en cours de virement, réglé, retourné.",
      "Chaque cycle, chaque commerçant, chaque paiement et chaque reçu.",
      "Les contributions, les fonds et les accords, là où il y en a.",
    ],
    how: "Les mêmes calculs que sur le serveur du site sont faits ici, dans votre navigateur, à partir des seules écritures du registre. La durée dépend de votre ligne : un mois d’un grand programme pèse quelques mégaoctets.",
  },
  errors: {
    notAnAddress: {
      summary: "Ceci n’est pas l’adresse web d’un nœud.",
      next: "Saisissez l’adresse entière, à partir de https:// (ou http:// pour un nœud sur cette machine).",
    },
    insecure: {
      summary:
        "Cette page est lue en https, et les navigateurs ne la laissent parler à aucun nœud http://, sauf sur cette machine.",
      next: "Prenez l’adresse https:// du nœud, ou faites tourner un nœud sur cette machine et prenez http://127.0.0.1.",
    },
    unreachable: {
      summary:
        "Le nœud n’a pas répondu, ou ne permet pas aux pages de l’interroger (CORS) ; un navigateur ne distingue pas les deux.",
      next: "Vérifiez l’adresse. La plupart des nœuds publics permettent les pages ; sur votre propre nœud, autorisez l’adresse de cette page (geth : --http.corsdomain, Besu : --rpc-http-cors-origins).",
    },
    refused: {
      summary: "Le nœud a refusé de donner les écritures du registre.",
      next: "Il demande peut-être une clé dans son adresse, limite les demandes, ou ne donne pas d’écritures (eth_getLogs) au public. Réessayez dans une minute, ou prenez un autre nœud.",
    },
    nonsense: {
      summary: "Ce qui répond à cette adresse n’est pas un nœud d’un registre.",
      next: "Vérifiez l’adresse : il faut l’adresse JSON-RPC, pas celle d’un explorateur.",
    },
    otherChain: {
      summary: "Ce nœud est sur un autre registre.",
      next: "Choisissez un nœud du registre nommé plus haut.",
    },
    behind: {
      summary: "Le nœud n’a pas encore lu aussi loin que ce site.",
      next: "Attendez qu’il ait rattrapé son retard, ou prenez un autre nœud ; puis vérifiez à nouveau.",
    },
    incomplete: {
      summary:
        "Le nœud ne garde pas les écritures du registre depuis le début : rien ne peut en être recalculé.",
      next: "Prenez un nœud qui garde tous les journaux (un nœud complet ou d’archive qui n’élague pas les reçus).",
    },
    moving: {
      summary: "Le registre a changé pendant la lecture.",
      next: "Il n’y a rien d’anormal à cela ; vérifiez à nouveau.",
    },
    broke: {
      summary: "Ce navigateur n’a pas pu faire les calculs.",
      next: "Rechargez la page ; si cela n’aide pas, prenez une version actuelle de Firefox, Chrome, Edge ou Safari.",
    },
  },
};

export default fr;
