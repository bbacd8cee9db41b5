// SPDX-License-Identifier: Apache-2.0

import type { forms as english } from "./forms.en.ts";

/** French words of the forms that proposals are composed from. */
export const forms: typeof english = {
  kinds: {
    admit: "Admettre une organisation",
    nameGuardian: "Nommer un gardien",
    suspend: "Suspendre une organisation",
    reinstate: "Rétablir une organisation",
    nameTrustee: "Nommer un mandataire",
    reconfigure: "Changer les membres ou les règles du conseil",
    upgrade: "Changer le code",
    liftPause: "Lever la pause d’un membre",
    decideDispute: "Trancher un litige comme arbitre",
  },
  dispute: "Litige",
  disputeOf: (agreement, milestone, amount) => `${agreement}, étape ${milestone} : ${amount}`,
  noDispute:
    "Aucun litige n’attend le conseil. Il tranche ceux des accords dont les conditions le nomment arbitre.",
  toPartner: "Au partenaire",
  decideBy: (moment) =>
    `À exécuter jusqu’au ${moment} ; ensuite la règle par défaut des conditions s’applique.`,
  aboveDisputed: "Plus que le montant en litige.",
  decision: "Motifs de la décision",
  decisionHint:
    "Un document. Son empreinte va dans le registre ; les deux parties reçoivent le document de vous.",
  whichPause: "Ce qui reprend",
  choose: "Choisissez",
  suspended: (name) => `${name} (suspendue)`,
  addressHint: "0x et 40 lettres et chiffres",
  notAnAddress: "Ce n’est pas une adresse : elle est incomplète, ou un caractère est faux.",
  notDays: "Écrivez des jours en chiffres, comme 2 ou 0,5.",
  notACount: "Écrivez un nombre entier à partir de 1.",
  days: (what) => `${what} (jours)`,
  nameHint: "Tel que le public le connaît.",
  iatiHint: "Comme XM-DAC-41140. Peut rester vide.",
  administratorHint: "Qui nomme ses agents : de préférence un portefeuille partagé.",
  suspendedOne: "Organisation suspendue",
  noGuardian: "Personne : la laisser sans gardien",
  leaves: "Membres qui partent",
  newMember: "Nouveau membre : nom",
  newMemberHint: "Lettre pour lettre ; le registre garde son empreinte. Peut rester vide.",
  newAccount: "Nouveau membre : adresse",
  newAccountHint: "Une clé, ou un portefeuille partagé.",
  upgradeQuorumHint: "À partir de trois membres, au plus un de moins que tous.",
  delayHint: "30 au plus.",
  upgradeDelayHint: "De 14 à 90.",
  gracePeriodHint: "De 3 à 60.",
  codeOf: "Code de",
  implementationHint: "Un contrat déjà déployé, dont vous avez vérifié le code.",
};
