// SPDX-License-Identifier: Apache-2.0

import type { Words } from "./en.ts";

const fr: Words = {
  title: "Qui gouverne, et comment",
  intro:
    "Les organisations membres décident ensemble qui appartient au consortium, qui le garde et quel code s’exécute. Une organisation, une voix ; personne ne décide seul. Tout ce qu’elles proposent et décident est dans le registre.",
  none: "Pas de conseil",
  noneHint: "Ce consortium est gouverné par une seule adresse.",
  open: {
    title: "À décider",
    hint: "Les plus récentes d’abord. Ce qui a assez d’approbations attend son délai, pendant lequel les membres peuvent encore l’arrêter.",
    none: "Rien n’attend de décision",
    noneHint: "Une proposition apparaît ici dès qu’un membre la fait.",
  },
  over: {
    title: "Ce qui a été décidé",
    hint: "Exécuté, arrêté ou pas exécuté à temps ; les plus récentes d’abord. Ouvrez-en une pour voir les appels, les votes et les motifs.",
    none: "Encore rien de décidé",
    noneHint: "Les propositions viennent ici quand elles sont finies.",
  },
  proposal: {
    title: (id) => `Proposition ${id}`,
    level: "Nature",
    proposed: "Proposée",
    by: "Proposée par",
    approvals: (given, needed) => `${given} approbations sur ${needed}`,
    approvedBy: "Approuvée par",
    objections: "Objections",
    nobody: "personne encore",
    from: "Peut être exécutée à partir du",
    until: "Jusqu’au",
    executed: "Exécutée",
  },
  reasons: {
    title: "Pourquoi",
    hash: "Empreinte des motifs :",
    theHash: "l’empreinte des motifs",
    nowhere: "Les motifs sont dans un document que les membres ont ; il a cette empreinte.",
    agrees: "Ce navigateur a comparé le texte à son empreinte : ils concordent.",
    differs: "Ce texte n’est pas celui dont l’empreinte a été proposée. Ne vous y fiez pas.",
  },
  members: {
    title: "Membres",
    hint: "Une organisation, une adresse, une voix. Le registre garde une empreinte de chaque nom.",
    columns: { member: "Membre", account: "Adresse", nameHash: "Empreinte du nom" },
    unnamed: "Nom absent du registre",
    theAddress: (name) => `l’adresse de ${name}`,
    theNameHash: (name) => `l’empreinte du nom de ${name}`,
  },
  rules: {
    title: "Comment il décide",
    hint: "Par le contrat lui-même. Personne ne peut raccourcir un délai, ni décider avec moins de voix.",
    of: (needed, all) => `${needed} membres sur ${all}`,
    quorum: "Décisions ordinaires",
    upgradeQuorum: "Membres, règles et code",
    delay: "Attente avant l’exécution",
    upgradeDelay: "Attente pour le code",
    gracePeriod: "À exécuter ensuite dans un délai de",
    atOnce: "aucune : tout de suite",
    epoch: "Période",
    address: "Contrat",
    theAddress: "l’adresse du conseil",
  },
  arbiters: {
    title: "Arbitres",
    hint: "Qui le conseil recommande pour trancher les litiges. Les deux parties d’un accord choisissent le leur dans ses conditions.",
    theAddress: (name) => `l’adresse de l’arbitre ${name}`,
  },
};

export default fr;
