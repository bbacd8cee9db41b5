// SPDX-License-Identifier: Apache-2.0

import type { Words } from "./en.ts";

const fr: Words = {
  title: "Accords avec des partenaires",
  intro:
    "Les partenaires de mise en œuvre sont payés étape par étape, quand des contrôleurs indépendants ont vérifié les pièces.",
  list: "Tous les accords",
  empty: "Pas encore d’accord",
  emptyHint: "Un accord apparaît ici dès qu’une organisation en propose un à un partenaire dans le registre.",
  one: "Accord avec un partenaire",
  back: "Tous les accords",
  columns: {
    agreement: "Accord",
    parties: "Organisation et partenaire",
    state: "État",
    milestones: "Étapes",
    committed: "Engagé",
    paid: "Payé",
    milestone: "Étape",
    due: "Échéance",
    amount: "Montant",
    evidence: "Pièces",
    payments: "Paiement",
    source: "Source",
    brought: "Apporté",
    returned: "Retourné",
    version: "Version",
    signed: "Signé par les deux",
    fingerprint: "Empreinte des conditions",
  },
  parties: (agency, partner) => `${agency} avec ${partner}`,
  over: (over, all) => `${over} sur ${all} terminées`,
  money: {
    title: "L’argent de l’accord",
    hint: "Engagé par les conditions, mis sous séquestre, payé pour un travail vérifié.",
    line: "Ligne",
    chart: "Par rapport à l’engagement",
    amount: (currency) => `Montant (${currency})`,
    committed: "Engagé par les conditions",
    escrowed: "Mis sous séquestre",
    held: "Sous séquestre maintenant",
    paid: "Payé au partenaire",
    outstanding: "Avances non justifiées",
    returned: "Retourné aux sources",
    unfunded: "Engagé, pas encore financé",
  },
  milestones: {
    title: "Étapes",
    hint: "Un paiement demande des pièces, leur vérification par des contrôleurs, et deux agents de l’organisation.",
    empty: "Pas encore d’étapes",
    emptyHint: "Elles apparaissent ici quand les deux parties ont signé les conditions.",
    verifications: { one: "vérification", other: "vérifications" },
    check: "Vérifier",
    checkEvidence: (id) => `Vérifier les pièces de l’étape ${id}`,
    paidOn: (amount, day) => `${amount} le ${day}`,
  },
  sources: { title: "D’où vient l’argent", hint: "Ce qui n’est pas nécessaire repart par le même chemin." },
  terms: {
    title: "Conditions signées par les deux",
    hint: "Un avenant est une nouvelle version ; ce qui est payé reste tel quel.",
  },
  offer: (day) =>
    `L’organisation a proposé des conditions que le partenaire n’a pas encore signées ; l’offre expire le ${day}.`,
  notice: (day) => `Un préavis a été donné : l’accord peut prendre fin à partir du ${day}.`,
  happened: "Tout ce qui s’est passé dans cet accord",
  address: "Accord dans le registre",
  theAddress: "l’adresse de l’accord",
};

export default fr;
