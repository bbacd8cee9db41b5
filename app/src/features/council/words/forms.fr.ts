// SPDX-License-Identifier: Apache-2.0

import type { forms as english } from "./forms.en.ts";

/** French words of the forms that proposals are composed from. */
export const forms: typeof english = {
  kinds: {
    admit: "Admettre une organisation",
    nameGuardian: "Nommer un gardien",
    nameArbiter: "Nommer un arbitre",
    dismissArbiter: "Mettre fin au mandat d’un arbitre",
    memberKey: "Donner une nouvelle clé à un membre",
    handOverBeacon: "Céder le pouvoir sur le code",
    changeCouncil: "Mettre un autre conseil à la place de celui-ci",
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
  arbiterHint: "Une adresse, ou un portefeuille partagé, de qui n’est agent d’aucune des deux parties.",
  untilHint: "Dernier jour. Peut rester vide : sans fin.",
  notLater: "Ce jour est passé selon l’heure du registre.",
  panel: "Nom de la liste",
  panelName: "Arbitres du consortium",
  panelHint: "Le conseil tient ses arbitres dans une organisation à lui, que cette proposition fonde.",
  noArbiter: "Aucun arbitre nommé par le conseil n’a de mandat en ce moment.",
  memberOfSeat: "Membre",
  newKey: "Nouvelle adresse",
  newKeyHint: "Une clé que le membre détient, ou son portefeuille partagé.",
  ownerHint: "Un autre conseil ou un verrou temporel ; pas la clé d’une seule personne.",
  noOwner: "Personne : le code ne pourra plus jamais être remplacé",
  noOwnerWarning:
    "Personne ne peut revenir là-dessus. Un défaut du code resterait pour toujours dans chacun d’eux.",
  councilHint: "Un contrat qui décide comme celui-ci, et qui est déjà déployé.",
  oneKey:
    "Il n’y a pas de contrat à cette adresse : qui a cette seule clé aurait le pouvoir à lui seul, et sans aucun délai.",
  afterwards: {
    needed: (needed, all) =>
      `Ensuite ${needed} membres sur ${all} décident des membres, des règles et du code.`,
    spare: (count) => `Le conseil peut encore décider si ${count} d’entre eux perdent leur clé.`,
    noSpare: "Personne ne doit perdre sa clé : le conseil ne pourrait plus jamais décider.",
    faults: {
      member: "Un nouveau membre a déjà un siège, ou ne peut pas en avoir.",
      nobodyLeft: "Il ne resterait personne au conseil.",
      tooMany: "Un conseil a au plus 100 membres.",
      quorum:
        "Les décisions ordinaires ne peuvent pas demander plus d’approbations que celles sur les membres, les règles et le code.",
      upgradeQuorum:
        "Autant d’approbations ne pourraient plus être réunies si un membre perdait sa clé. Baissez le nombre, ou gardez plus de membres.",
      delay: "Le délai est trop long.",
      upgradeDelay: "Le délai pour le code doit être de 14 à 90 jours.",
      gracePeriod: "Le temps pour l’exécuter doit être de 3 à 60 jours.",
    },
  },
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
