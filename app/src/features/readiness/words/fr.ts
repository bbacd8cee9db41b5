// SPDX-License-Identifier: Apache-2.0

import type { Words } from "./en.ts";

const fr: Words = {
  title: "Une chaîne de blocs est-elle le bon outil ?",
  intro:
    "Avant qu’un programme utilise un registre partagé, son équipe répond à ces questions, en une heure et sans se mentir. Le résultat peut être : non, prenez une base de données ordinaire.",
  source:
    "Les quatre étapes suivent la matrice de décision du Corps commun d’inspection des Nations Unies (JIU/REP/2020/7, chapitre V). Les questions et la règle sont formulées par nous ; elles ne citent pas le rapport.",
  kept: "Les réponses restent dans ce navigateur jusqu’à ce que vous les enregistriez dans un fichier. Rien n’est envoyé. N’écrivez aucun nom de personne.",
  about: { title: "Le programme", programme: "Programme", organisation: "Organisation" },
  note: "Sur quoi reposent ces réponses (facultatif)",
  notAsked: "N’est plus demandé : les réponses ci-dessus ont décidé.",
  choices: {
    yes: "Oui",
    no: "Non",
    unsure: "Pas sûr",
    done: "En place",
    notYet: "Pas encore",
    notNeeded: "Sans objet",
    everybody: "Tout le monde",
    parties: "Seulement les parties",
    public: "Un réseau public",
    one: "Une partie pour toutes",
  },
  kindChoices: { nodesParties: "Les parties, sur plusieurs nœuds" },
  stages: {
    need: {
      title: "1. Une chaîne de blocs est-elle le bon outil ?",
      hint: "Un seul non net suffit : une base de données ordinaire fait alors mieux.",
    },
    value: {
      title: "2. Apporte-t-elle quelque chose ?",
      hint: "Un outil qui convient peut coûter plus qu’il ne rapporte.",
    },
    kind: { title: "3. De quelle sorte ?", hint: "Qui lit, et qui fait tourner le registre." },
    adapt: { title: "4. Que faut-il adapter ?", hint: "Ce qui doit être en place autour de la technique." },
  },
  questions: {
    shared: "Plusieurs organisations ont-elles besoin des mêmes données, toujours à jour ?",
    writers: "Plus d’une d’entre elles écrit-elle dans ces données ?",
    distrust: "Serait-ce un problème si l’une d’elles pouvait seule modifier ou retenir les données ?",
    keeper: "Existe-t-il une institution à qui toutes confieraient les données, à un prix correct ?",
    rules:
      "Les règles d’une écriture valable peuvent-elles être fixées exactement, et tenir tout le programme ?",
    history:
      "Faut-il qu’aucune écriture passée ne soit modifiée ou supprimée, les erreurs étant corrigées par de nouvelles ?",
    personal:
      "Tout ce qui est partagé peut-il se passer de données personnelles, même sous forme de codes qu’on devine ?",
    problem: "Le problème d’aujourd’hui a-t-il été mesuré : coût, délai, doublons, litiges ?",
    simpler:
      "Quelque chose de plus simple suffirait-il : base partagée, fichiers signés, plateforme existante ?",
    worth:
      "Sur tout le programme, les économies dépassent-elles ce que coûtent construction, exploitation et sortie ?",
    people: "Les personnes assistées y gagnent-elles, ou du moins n’y perdent-elles rien ?",
    partners: "Les autres parties le veulent-elles, et y mettent-elles du personnel et de l’argent ?",
    funded: "Est-ce financé, et quelqu’un en est-il responsable, après le pilote ?",
    leaving: "Pouvez-vous en sortir : avec les données, et sans arrêter l’assistance ?",
    readers: "Qui doit pouvoir lire les données ?",
    nodes: "Qui fait tourner le registre ?",
    known: "Quiconque fait tourner le registre doit-il être un organisme connu, lié par un accord ?",
    control:
      "Les parties doivent-elles décider elles-mêmes des coûts, des mises à jour et du lieu des données ?",
    legal: "Accords entre les parties : responsabilité, privilèges et immunités, ce qui vaut preuve",
    protection: "Une analyse d’impact sur la protection des données, consignée",
    governance: "Règles pour admettre et exclure des parties, modifier le système et y mettre fin",
    keys: "Clés : qui les détient, que faire quand l’une est perdue ou que quelqu’un part",
    security: "Une revue de sécurité externe, et un plan en cas d’incident",
    audit: "La comptabilité et l’audit interne acceptent les écritures",
    skills: "Personnel formé ; aucun fournisseur seul à comprendre le système",
    systems: "Liaisons avec les systèmes en usage, par des standards ouverts",
    offline: "Une manière de travailler sans réseau ni courant sur le terrain",
    inclusion:
      "Les personnes sans téléphone, papiers ou instruction sont servies ; les plaintes ont une voie",
    energy: "La consommation d’énergie est connue et acceptable",
  },
  against: {
    shared: "Personne d’autre n’a besoin des mêmes données : la base de l’organisation suffit.",
    writers: "Une seule partie écrit : sa propre base, ouverte aux autres, fait de même.",
    distrust: "Les parties peuvent s’en remettre à l’une d’elles : qu’elle tienne une base ordinaire.",
    keeper: "Il y a quelqu’un à qui tous font confiance : qu’il tienne les données dans une base ordinaire.",
    rules:
      "Les règles ne sont ni claires ni stables : un code avec lequel on ne discute pas serait faux ou vite dépassé.",
    history:
      "Des écritures doivent être modifiées ou supprimées : un registre qui garde tout n’est pas le bon endroit.",
    personal:
      "Les données personnelles ne peuvent être tenues à l’écart : on ne pourrait jamais les y corriger ni les effacer.",
    problem: "Aucun problème n’a été mesuré : personne ne pourrait dire ensuite si cela a servi.",
    simpler: "Quelque chose de plus simple suffit : prenez-le.",
    worth: "Cela coûte plus que cela n’économise.",
    people: "Les personnes assistées y perdraient.",
    partners:
      "Les autres parties n’y sont pas encore acquises : un registre partagé à un seul n’en est pas un.",
    funded: "Cela finit avec le pilote : trouvez d’abord un responsable et l’argent.",
    leaving: "Il n’y a pas encore de sortie : prévoyez les données et la suite sans le système.",
    legal: "Les accords entre les parties",
    protection: "L’analyse d’impact sur la protection des données",
    governance: "Les règles de gouvernance",
    keys: "La garde des clés",
    security: "La revue de sécurité et le plan en cas d’incident",
    audit: "L’accord de la comptabilité et de l’audit",
    skills: "La formation, et l’indépendance d’un seul fournisseur",
    systems: "Les liaisons avec les systèmes en usage",
    offline: "Le travail sans réseau ni courant",
    inclusion: "Servir tout le monde, et les plaintes",
    energy: "La consommation d’énergie",
    onePartyOnly:
      "Un registre qu’une partie fait tourner pour toutes est une base de données avec plus de travail : revenez à la première étape.",
    publicForFew: "Ce qui se trouve sur un réseau public peut être lu par tout le monde.",
    publicUnknown: "Sur un réseau public, nul ne sait qui le fait tourner, et aucun accord ne les lie.",
    publicControl:
      "Sur un réseau public, les parties ne décident ni des coûts, ni des mises à jour, ni du lieu des données.",
  },
  outcomes: { yes: "Oui", conditional: "Oui, sous conditions", no: "Non", open: "Pas décidé" },
  networks: {
    publicOpen:
      "Un réseau public ouvert à tous, par exemple une chaîne publique de deuxième couche. Les données doivent supporter d’être lues par tous.",
    publicKnown:
      "Un réseau tenu par des parties connues et ouvert à la lecture : les parties font tourner les nœuds, chacun peut vérifier.",
    consortium: "Un réseau des seules parties : elles font tourner les nœuds et elles seules lisent.",
  },
  result: {
    title: "Résultat",
    hint: "Tiré des réponses par une règle simple : les mêmes réponses donnent toujours le même résultat.",
    verdicts: {
      database: "Non. Une chaîne de blocs n’est pas le bon outil ici. Prenez une base de données ordinaire.",
      notWorth: "Non. L’outil conviendrait, mais il n’en vaut pas la peine. Prenez plus simple.",
      rethink: "Pas ainsi. La sorte de registre souhaitée n’existe pas.",
      adaptFirst: "Pas encore. Certaines choses doivent être en place avant tout début.",
      conditions: "Oui, sous conditions. Réglez ce qui est nommé ci-dessous.",
      ready: "Oui. C’est le bon outil, il apporte quelque chose, et le terrain est prêt.",
      open: "Pas encore décidé. Répondez à ce qui reste ouvert ci-dessous.",
    },
    stillOpen: (count) => `${count} en suspens`,
    questions: { one: "question", other: "questions" },
    network: "Sorte de réseau",
  },
  file: {
    title: "Conserver",
    hint: "Le fichier contient réponses, notes, résultat et date du jour. Son empreinte est la même sur toute machine.",
    save: "Enregistrer dans un fichier",
    nameFirst: "Nommez d’abord le programme et l’organisation.",
    saved: "Enregistré. Ce fichier a l’empreinte",
    theFingerprint: "l’empreinte",
    check: "La vérifier parmi les documents",
    toRecord:
      "Un agent de l’organisation peut inscrire cette empreinte au registre. Dès lors, quiconque a le fichier peut vérifier que personne ne l’a modifié, et depuis quand.",
    record: "Inscrire l’empreinte",
    recorded: "Votre organisation a inscrit cette évaluation.",
    openFile: "Ouvrir une évaluation enregistrée",
    openHint: "Un fichier .json enregistré par cette page. Il prend la place des réponses d’ici.",
    opened: (programme) => `Ouvert : ${programme}`,
    clear: "Recommencer",
    cleared: "Toutes les réponses sont retirées.",
    fileName: "preparation",
  },
};

export default fr;
