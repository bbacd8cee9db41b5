// SPDX-License-Identifier: Apache-2.0

import type { Words } from "./index.ts";

const fr: Words = {
  path: "Chemin des pages",
  waiting: "En attente de moi",
  wrongNetwork: "Votre portefeuille est sur un autre réseau.",
  kinds: { programme: "Programmes", agreement: "Accords avec des partenaires" },
  kindOf: { programme: "programme", agreement: "accord" },
  needs: {
    connect: "Connectez votre portefeuille en haut de la page.",
    role: (role, owner) => `C’est pour : ${role}, chez ${owner}.`,
  },
  propose: "Proposer à un approbateur",
  proposed: "Proposé. Un autre agent l’approuve.",
  proposals: "En attente d’un second agent",
  list: {
    title: "Fonds",
    intro:
      "Donnez à un fonds, ou occupez-vous de l’argent du vôtre : ce qui est entré, pour qui, et où il va.",
    all: "Tous les fonds",
    allHint: "Ouvrez-en un pour y donner, ou pour allouer son argent.",
    none: "Pas encore de fonds",
    noneHint: "Un fonds apparaît ici dès qu’un administrateur en ouvre un.",
    columns: {
      fund: "Fonds",
      owner: "Organisation",
      balance: "Présent",
      contributed: "Contribué",
      allocated: "Alloué",
    },
  },
  opening: {
    title: "Ouvrir un fonds",
    hint: (organisation) => `De ${organisation}. Son nom est public ; ses règles ne changent jamais.`,
    name: "Nom",
    nameHint: "Comme les donateurs doivent le lire.",
    asset: "Ce qu’il détient",
    assetHint: "Il peut payer ce qui est financé dans la même monnaie.",
    usedBy: (code, users) => `${code} : ${users}`,
    noAsset: "Il n’y a encore ni programme ni accord qu’un fonds pourrait payer.",
    run: "Ouvrir le fonds",
    done: "Le fonds est ouvert.",
  },
  page: {
    title: "Fonds",
    of: (organisation) => `Tenu par ${organisation}.`,
    public: "Page publique",
  },
  next: {
    title: "En attente de vous",
    acts: (proposals) => `Lire et approuver ${proposals}`,
    proposals: { one: "proposition d’un autre agent", other: "propositions d’autres agents" },
  },
  money: {
    title: "L’argent du fonds",
    hint: "Au centime près : ce qui est contribué et revenu est ce qui est alloué et présent.",
    facts: {
      balance: "Présent",
      contributed: "Contribué",
      allocated: "Alloué",
      returned: "Revenu",
      unbooked: "Revenu, pas inscrit",
      unattributed: "Arrivé sans demande",
    },
    meanings: {
      balance: "Attend d’être alloué",
      contributed: "Par des donateurs, pour de bon",
      allocated: "À des programmes et des accords",
      returned: "Non dépensé ; peut être alloué de nouveau",
      unbooked: "À inscrire avant d’allouer davantage",
      unattributed: "Dans aucun livre avant que deux agents ne l’acceptent",
    },
    pots: "Pour qui il est",
    potsHint: "L’argent affecté ne va nulle part ailleurs, et garde son affectation quand il revient.",
    any: "Tout programme ou accord",
    columns: {
      earmark: "Destiné à",
      balance: "Présent",
      joined: "Entré",
      left: "Alloué",
      state: "Peut être payé",
    },
    states: { open: "Oui", notRecorded: "Fonds pas encore enregistré", closed: "Clos" },
  },
  give: {
    title: "Contribuer",
    hint: "Tout le monde peut. Premier entré, premier sorti : chacun peut suivre votre don jusqu’aux commerçants et aux partenaires.",
    connect: "Connectez le portefeuille d’où vous donnez.",
    reading: "Lecture de la façon dont ce fonds prend l’argent",
    suspended: (owner) => `Le conseil a suspendu ${owner} : personne ne peut contribuer pour l’instant.`,
    amount: (code) => `Montant (${code})`,
    held: (amount) => `Vous détenez ${amount}.`,
    tooMuch: (amount) => `Vous détenez ${amount}, on ne peut donner davantage.`,
    earmark: "Destiné à",
    earmarkHint: "L’argent affecté ne va nulle part ailleurs.",
    any: "Tout programme ou accord",
    reference: "Votre référence",
    referenceHint:
      "Jusqu’à 31 caractères simples, par exemple un numéro à vous. Laissez vide pour donner sans référence.",
    way: "Comment",
    ways: {
      ether: "De l’ether, que le fonds convertit",
      permit: "Signer, puis une transaction",
      approve: "Deux transactions",
    },
    wayHints: {
      ether: "Une transaction.",
      permit: "Votre portefeuille demande deux fois ; la première ne coûte rien.",
      approve: "D’abord le fonds peut prendre les jetons, puis il les prend.",
    },
    warning:
      "Une contribution est définitive : le fonds ne peut payer que des programmes et des accords, pas même vous. La référence est publique pour toujours : n’écrivez rien qui désigne une personne, ni nom, ni adresse, ni numéro de téléphone.",
    run: "Contribuer",
    done: "Contribué. Vous le trouvez plus bas, et pouvez le suivre de là.",
  },
  reference: {
    faults: {
      plain: "Au plus 31 lettres, chiffres et signes sans accents.",
      personal:
        "Cela ressemble à un nom, une adresse ou un numéro de téléphone. Chacun pourrait le lire pour toujours.",
    },
    vouch: "Elle ne désigne personne et ne mène à personne",
  },
  gifts: {
    title: "Ce que vous avez donné à ce fonds",
    hint: "Le plus récent d’abord.",
    columns: { gift: "Référence", amount: "Montant", earmark: "Destiné à", transaction: "Transaction" },
    numbered: (id) => `N° ${id}`,
    theTransaction: "la transaction",
    follow: "Suivre",
    followThis: (reference) => `Suivre ${reference}`,
  },
  document: {
    hint: "Seule son empreinte va au registre. Rien n’est envoyé.",
    chosen: (name) => `Empreinte de ${name}`,
    theFingerprint: "l’empreinte",
  },
  officers: {
    title: "Agents du fonds",
    hint: "Les finances proposent, un approbateur approuve exactement cela. L’argent ne quitte le fonds d’aucune autre façon.",
    allocate: {
      title: "Allouer à un programme ou à un accord",
      hint: "Ce qui lui est affecté part d’abord, puis ce qui est pour tous. Il est payé dès l’approbation.",
      recipient: "Bénéficiaire",
      choose: "Choisir",
      nobody: "Aucun programme ni accord financé dans cette monnaie n’est ouvert.",
      available: (earmarked, unearmarked) => `Affecté à lui : ${earmarked}. Pour tous : ${unearmarked}.`,
      amount: (code) => `Montant (${code})`,
      most: (amount) => `Au plus ${amount}.`,
      tooMuch: (amount) => `Au plus ${amount} peuvent y aller.`,
      reference: "Référence de la décision",
      referenceHint: "Celle de votre organisation, publique : jusqu’à 31 caractères simples, ou rien.",
      bookFirst:
        "Il a rendu de l’argent qui n’est pas encore inscrit. Inscrivez d’abord ses retours, plus bas.",
    },
    source: {
      why: (name) =>
        `${name} n’a pas enregistré ce fonds comme source, et ne peut donc pas encore prendre son argent : l’argent non dépensé doit savoir où retourner.`,
      whose:
        "Un agent des finances de son organisation propose d’enregistrer le fonds, et un approbateur approuve.",
      isProposed: "C’est proposé et attend un approbateur de son organisation.",
      document: "Déposez l’accord par lequel le fonds donne",
      run: "Proposer d’enregistrer le fonds comme source",
      open: { programme: "Ouvrir le programme", agreement: "Ouvrir l’accord" },
    },
    book: {
      title: "Inscrire ce qui est revenu",
      hint: "Les programmes et les accords rendent eux-mêmes l’argent non dépensé, sur leurs pages, et le fonds l’inscrit aussitôt. Seul un retour qui défait plus de quatre allocations s’inscrit à la main ; tout le monde le peut.",
      none: "Tous les retours sont inscrits.",
      left: (amount, name) => `${amount} que ${name} a rendus ne sont pas inscrits.`,
      run: (name) => `Inscrire les retours de ${name}`,
      done: "Inscrit. Cela peut être alloué de nouveau.",
    },
    accept: {
      title: "Accepter de l’argent arrivé sans demande",
      hint: "Des jetons que quelqu’un a simplement envoyés ne sont dans aucun livre. Deux agents peuvent les compter comme une contribution sans donateur.",
      none: "Aucun argent n’est arrivé sans demande.",
      amount: (code) => `Montant (${code})`,
      there: (amount) => `${amount} sont arrivés sans demande.`,
      tooMuch: (amount) => `Pas plus de ${amount} ne sont arrivés sans demande.`,
      earmarkHint: "Si l’expéditeur en a demandé une.",
      referenceHint:
        "Par laquelle l’expéditeur le retrouve ; publique pour toujours, elle ne doit désigner personne.",
    },
    release: {
      title: "Libérer une affectation",
      hint: "L’argent d’un bénéficiaire clos peut rejoindre l’argent pour tous. Il faut attendre 14 jours, pendant lesquels chacun peut le voir.",
      none: "Rien n’est affecté à un bénéficiaire clos.",
      recipient: "Bénéficiaire clos",
      of: (name, amount) => `${name} : ${amount}`,
      document: "Déposez le document qui le décide, comme l’accord des donateurs",
      proposed: "Proposé. Un approbateur l’approuve après 14 jours.",
    },
  },
};

export default fr;
