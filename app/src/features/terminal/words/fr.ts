// SPDX-License-Identifier: Apache-2.0

import type en from "./en.ts";

const fr: typeof en = {
  title: "Point de vente",
  intro:
    "Vendez aux ménages sur cet appareil. Chaque reçu est d’abord gardé ici et compte dès que le registre l’a enregistré.",
  device: {
    title: "Cet appareil n’est pas encore un point de vente",
    hint: "Il lui faut sa propre clé. Elle est créée ici et ne quitte jamais cet appareil.",
    make: "Préparer cet appareil",
    waitingTitle: "Un dépositaire doit autoriser cet appareil",
    waitingHint:
      "Donnez cette adresse à l’agence. Un dépositaire la saisit parmi les terminaux du commerçant ; cette page continue d’elle-même.",
    address: "Adresse de cet appareil",
    theAddress: "l’adresse de cet appareil",
    qr: "Code QR de l’adresse de cet appareil",
    waiting: "En attente d’autorisation",
    steps: [
      "Montrez le code au dépositaire de l’agence, ou lisez-lui l’adresse.",
      "Le dépositaire choisit le commerçant et la limite, puis signe.",
      "Laissez cette page ouverte. La vente commence dès que le registre connaît l’appareil.",
    ],
    revokedTitle: "Cet appareil a été révoqué",
    revokedHint:
      "L’agence y a mis fin : il ne vend plus rien. Les reçus déjà faits restent affichés ci-dessous.",
    again: "Créer une nouvelle clé",
  },
  shop: "Commerçant",
  day: "Jour",
  step: {
    card: "Quelle carte ?",
    pin: "Code PIN",
    amount: "Quel montant ?",
    confirm: "C’est correct ?",
    refund: "Remboursement",
    refused: "Pas de vente",
  },
  card: {
    label: "Numéro de carte",
    hint: "Scannez la carte, ou tapez son numéro, par exemple 1024-7391.",
    next: "Continuer",
    scan: "Scanner avec la caméra",
    stopScan: "Fermer la caméra",
    aim: "Tenez le code carré de la carte devant la caméra",
    unreadable:
      "Ce n’est pas un numéro de carte. Il a deux parties séparées par un tiret, par exemple 1024-7391.",
    noCamera:
      "La caméra n’est pas utilisable. Autorisez-la dans les réglages du navigateur, ou tapez le numéro.",
    ofCard: (number) => `Carte ${number}`,
  },
  pin: {
    label: "Code PIN du ménage",
    hint: "Laissez le ménage le taper. L’agence le vérifie ; il n’est pas gardé ici.",
    ofDemonstration: (pin) => `Le code de toutes les cartes de cette démonstration est ${pin}.`,
    wrongLength: "Un code PIN a 4 à 8 chiffres.",
    check: "Vérifier",
    back: "Autre carte",
  },
  amount: {
    left: "Reste à dépenser",
    until: (day) => `jusqu’au ${day}`,
    label: "Montant de la vente",
    most: (money) => `Au plus ${money}.`,
    boundBy: {
      left: "",
      limit: (money) => `Au plus ${money} : cet appareil a presque atteint sa limite pour ce cycle.`,
      ceiling: (money) => `Au plus ${money} : le commerçant a presque atteint son plafond du moment.`,
    },
    tooMuch: (money) => `On ne peut pas vendre plus de ${money} maintenant.`,
    later: (money, count) =>
      count === 1
        ? `${money} de plus se trouvent dans un autre cycle ; vendez-les avec un second reçu.`
        : `${money} de plus se trouvent dans d’autres cycles ; vendez-les avec d’autres reçus.`,
    everything: "Tout",
    next: "Continuer",
    cancel: "Annuler",
  },
  confirm: {
    takes: "Pris sur la carte",
    leaves: "Reste sur la carte",
    sell: "Confirmer la vente",
    change: "Changer le montant",
  },
  refused: {
    shopNotActive: "L’agence a suspendu ce commerçant. Demandez à l’agence.",
    held: "Le compte est bloqué. Adressez le ménage à la ligne d’assistance de l’agence.",
    closed: "Le compte est clos. Adressez le ménage à la ligne d’assistance de l’agence.",
    nothingLeft: "Il ne reste rien à dépenser sur cette carte pour le moment.",
    limitUsedUp: "Cet appareil a atteint sa limite pour ce cycle. Demandez à l’agence de la relever.",
    ceilingUsedUp:
      "Le commerçant a atteint son plafond du moment. Il se libère d’ici demain ; sinon demandez à l’agence.",
  },
  next: "Ménage suivant",
  receipt: {
    numbered: (number) => `Reçu ${number}`,
    ofSale: (number) => `Remboursement du reçu ${number}`,
    states: {
      kept: "En attente du registre",
      stopped: "Pas encore compté",
      recorded: "Compte",
      rejected: "Rejeté",
      conflict: "Rejeté",
    },
    verdicts: {
      kept: "Pas encore payé. Gardez la marchandise jusqu’à ce que cette page le dise.",
      stopped: "Pas encore payé. Gardez la marchandise.",
      recordedSale: "Payé. Remettez la marchandise.",
      recordedRefund: "Remboursé. Le ménage l’a de nouveau sur sa carte.",
      rejected: "Pas payé. Ne remettez pas la marchandise.",
      conflict: "Pas payé. Ne remettez pas la marchandise.",
    },
    conflict:
      "Le registre a un autre reçu sous ce numéro. Arrêtez de vendre avec cet appareil et appelez l’agence.",
    keptHint: "Il est gardé sur cet appareil et part de lui-même, aussi après une coupure.",
    sendAgain: "Renvoyer",
    print: "Imprimer",
    refund: "Rembourser",
    account: "Compte",
    shop: "Commerçant",
    programme: "Programme",
    day: "Jour",
    device: "Appareil",
    sale: "Vente",
    refunded: "Remboursement",
    thanks: "Gardez ce reçu. Il ne porte aucun nom.",
  },
  stops: {
    CycleNotApproved: "L’agence n’a pas encore approuvé ce cycle.",
    NotOpenYet: "Le cycle n’est pas encore ouvert.",
    ChunkNotLoaded: "L’agence n’a pas encore mis la liste de ce ménage au registre.",
    CeilingUsedUp: "Le commerçant a atteint son plafond du moment.",
    ShopNotActive: "L’agence a suspendu ce commerçant.",
    ListExtractMissing: "La liste de l’agence pour ce remboursement n’était pas à portée.",
    Paused: "Le programme est suspendu. Les reçus attendent ici et partiront dès qu’il reprend.",
  },
  refund: {
    ofReceipt: (number, money) => `Reçu ${number} de ${money}`,
    label: "Montant à rendre",
    hint: (money) => `Au plus ${money}.`,
    confirm: "Confirmer le remboursement",
    cancel: "Annuler",
  },
  today: {
    title: "Reçus du jour",
    sold: "Vendu",
    refunded: "Remboursé",
    net: "Ensemble",
    count: { one: "reçu", other: "reçus" },
    waiting: (count) => `${count} pas encore au registre`,
    receipt: { one: "reçu", other: "reçus" },
    empty: "Pas encore de reçu aujourd’hui",
    emptyHint: "Chaque vente apparaît ici aussitôt.",
    columns: { receipt: "Reçu", time: "Heure", card: "Compte", amount: "Montant", state: "État" },
    earlier: "Reçus antérieurs que le registre n’a pas encore",
  },
  statement: "Connexion au bureau comme point de vente. Cela n'envoie aucune transaction.",
  sending: "Envoi au registre",
  notSent: "Gardé sur cet appareil ; il est renvoyé de lui-même.",
};

export default fr;
