// SPDX-License-Identifier: Apache-2.0

import type { FrenchSentences } from "./sentence.ts";

const OFFER_AGAIN = "Corrigez cela et proposez les conditions à nouveau.";

const terms: FrenchSentences = {
  Agreement_SettingsInvalid: [
    "Une indication de l’accord manque ou ne peut pas servir.",
    "Corrigez-la et créez l’accord à nouveau.",
  ],
  Agreement_NotActive: [
    "L’état de l’accord ne permet pas cette étape.",
    "Regardez son état : les conditions doivent d’abord être acceptées, et après sa fin seul ce qui est ouvert est réglé.",
  ],
  Agreement_EtherNotAccepted: [
    "Un accord paie dans sa propre monnaie et ne prend pas d’ether.",
    "Envoyez la monnaie de l’accord, depuis une source enregistrée.",
  ],
  Terms_Invalid: ["Une indication des conditions manque ou sort des limites.", OFFER_AGAIN],
  Terms_OtherVersion: [
    "La prochaine version des conditions est la {expected} et non la {given} : d’autres ont été acceptées entre-temps.",
    "Refaites l’avenant à partir des conditions en vigueur.",
  ],
  Terms_MonitorUnfit: [
    "{monitor} ne peut pas être vérificateur : il figure deux fois, ou appartient au partenaire ou à ceux qui autorisent.",
    "Nommez quelqu’un qui ne dépend ni de l’un ni des autres.",
  ],
  Terms_MilestoneInvalid: [
    "À l’étape {milestone} il manque une description ou un montant, ou le montant est trop grand.",
    OFFER_AGAIN,
  ],
  Terms_MilestoneFixed: [
    "L’étape {milestone} est en cours ou terminée et ne se change plus.",
    "Reprenez-la telle quelle ; ne changez que ce qui est prévu ou renvoyé, ou ajoutez une étape.",
  ],
  Terms_OtherTermsRestated: [
    "Ce ne sont pas les conditions que l’agence propose.",
    "Lisez la dernière offre et acceptez exactement celle-là ; il n’y en a peut-être plus.",
  ],
  Terms_OfferLapsed: [
    "L’offre est devenue caduque le {lapsedAt:time}.",
    "Demandez à l’agence de proposer les conditions à nouveau.",
  ],
};

const end: FrenchSentences = {
  End_NoticeGivenAlready: [
    "L’accord est déjà dénoncé ; il prend fin le {endsAt:time}.",
    "Attendez la fin, ou demandez à l’autre partie de retirer sa dénonciation.",
  ],
  End_NoNotice: [
    "Personne n’a dénoncé l’accord.",
    "Dénoncez-le d’abord ; il prend fin quand le préavis est écoulé.",
  ],
  End_NoticeRuns: ["Le préavis court jusqu’au {endsAt:time}.", "Mettez fin à l’accord après ce moment."],
  End_MilestonesOpen: [
    "Des étapes pour {pending} ne sont pas terminées.",
    "Terminez-les, annulez-les par un avenant, ou dénoncez l’accord.",
  ],
};

const escrow: FrenchSentences = {
  Escrow_ZeroAmount: ["Le montant est nul.", "Donnez un montant au-dessus de zéro."],
  Escrow_SourceNotRecorded: [
    "La source {source} n’est pas enregistrée dans cet accord.",
    "Faites-la d’abord enregistrer par deux agents ; l’argent ne retourne qu’aux sources enregistrées.",
  ],
  Escrow_SourceInvalid: [
    "{source} ne peut pas être une source d’argent.",
    "Donnez l’adresse du fonds ou de la trésorerie qui paie.",
  ],
  Escrow_SourceRecordedAlready: [
    "La source {source} est déjà enregistrée.",
    "Il n’y a rien à faire ; elle peut financer l’accord.",
  ],
  Escrow_TooManySources: [
    "L’accord a six sources, c’est le maximum.",
    "Faites venir l’argent par l’une d’elles.",
  ],
  Escrow_OnlySource: [
    "{caller} a voulu apporter de l’argent au nom de {source}.",
    "Financez depuis l’adresse de la source elle-même, pour que le reste retourne d’où il vient.",
  ],
  Escrow_AboveUnfunded: [
    "{amount} dépasse les {unfunded} dont l’accord a encore besoin.",
    "Apportez au plus ce qui manque.",
  ],
  Escrow_AmountDiffers: [
    "{moved} ont bougé au lieu de {expected} : le jeton en garde une partie ou se comporte mal.",
    "Prenez un jeton sans frais.",
  ],
  Escrow_NotFunded: [
    "Il faut {needed} en dépôt pour cette remise, et {free} sont libres.",
    "Demandez à l’agence de financer l’étape, puis remettez-la à nouveau.",
  ],
  Escrow_AboveExcess: [
    "{amount} ne peuvent pas être rendus : seuls {excess} dépassent ce dont l’accord a besoin.",
    "Rendez au plus cela ; le reste est gardé pour le partenaire.",
  ],
  Escrow_NothingCredited: [
    "Rien n’attend d’être envoyé à {source}.",
    "Regardez les retours de l’accord : c’est peut-être déjà envoyé.",
  ],
};

const milestones: FrenchSentences = {
  Milestones_Unknown: ["Il n’y a pas d’étape {milestone}.", "Vérifiez le numéro de l’étape."],
  Milestones_WrongState: [
    "L’état de l’étape {milestone} ne permet pas cela.",
    "Regardez son déroulement et faites ce qui suit.",
  ],
  Milestones_EvidenceMissing: [
    "Il manque la preuve.",
    "Choisissez le fichier de la preuve ; c’est son empreinte qui est remise.",
  ],
  Milestones_ClaimInvalid: [
    "On ne peut pas demander {claimed} pour l’étape {milestone}, dont le montant est {amount}.",
    "Demandez le montant entier d’un livrable, ou au plus la limite d’une avance ou d’un remboursement.",
  ],
  Milestones_NotAMonitor: [
    "{account} n’est pas consulté pour l’étape {milestone}.",
    "Agissez comme vérificateur des conditions de la remise, ou comme agent de l’agence.",
  ],
  Milestones_MonitorNotIndependent: [
    "Le vérificateur {monitor} est agent du partenaire, ou veut agir comme tel.",
    "Confiez-le à quelqu'un d'autre : un autre vérificateur vérifie, un autre agent du partenaire remet.",
  ],
  Milestones_VerifiedAlready: [
    "Le vérificateur {monitor} a déjà vérifié l’étape {milestone}.",
    "Il en faut un autre, pas le même encore une fois.",
  ],
  Milestones_OtherEvidence: [
    "La preuve de l’étape {milestone} n’est pas le fichier qui a été regardé.",
    "Ouvrez la dernière preuve, comparez son empreinte et décidez à nouveau.",
  ],
  Milestones_FindingInvalid: [
    "Ce qui est renvoyé ou réduit demande un constat, ce qui est accepté en entier n’en a pas.",
    "Choisissez le constat qui convient, ou acceptez le tout.",
  ],
  Milestones_AmountInvalid: [
    "{amount} ne convient pas pour l’étape {milestone}, pour laquelle {claimed} sont demandés.",
    "Donnez quelque chose, et au plus ce qui est demandé ; pour ne rien donner, renvoyez-la.",
  ],
  Milestones_NothingToVerify: [
    "L’étape {milestone} est une avance : rien n’est encore fait que l’on puisse vérifier.",
    "Deux agents de l’agence l’autorisent ; ses dépenses sont justifiées ensuite.",
  ],
  Milestones_SignatureInvalid: [
    "La signature n’est pas celle du vérificateur {monitor} sur cette preuve.",
    "Demandez-lui de signer à nouveau la dernière remise.",
  ],
  Milestones_NothingProposed: [
    "Aucune autorisation de l’étape {milestone} n’est proposée.",
    "Faites-la d’abord proposer par un agent des finances ; un renvoi annule une proposition antérieure.",
  ],
  Milestones_OtherAuthorisation: [
    "Pour l’étape {milestone}, {proposed} sont proposés, ou avec un autre constat.",
    "Relisez la proposition et autorisez exactement cela, ou faites-en proposer une autre.",
  ],
  Milestones_AuthorisedAlready: [
    "L’étape {milestone} est déjà autorisée.",
    "Attendez les vérificateurs, ou renvoyez-la pour autoriser un autre montant.",
  ],
  Milestones_NothingToPay: [
    "Il n’y a rien à payer maintenant pour l’étape {milestone}.",
    "Attendez l’autorisation, ou la fin du délai pour contester la réduction.",
  ],
};

const advances: FrenchSentences = {
  Advances_UnderWay: [
    "L’avance de l’étape {milestone} est en cours ; {outstanding} ne sont pas justifiés.",
    "Justifiez d’abord les dépenses et rendez le reste.",
  ],
  Advances_NoneOutstanding: [
    "Aucune avance n’est à justifier pour l’étape {milestone}, ou aucune dépense n’est déclarée.",
    "Vérifiez le numéro de l’étape et si son avance a été payée.",
  ],
  Advances_AboveOutstanding: [
    "{amount} dépassent les {outstanding} de l’avance qui restent à justifier.",
    "Donnez au plus ce qui reste.",
  ],
  Advances_OtherReport: [
    "Le rapport de dépenses n’est pas celui qui a été regardé.",
    "Ouvrez le dernier rapport, comparez son empreinte et décidez à nouveau.",
  ],
};

const disputes: FrenchSentences = {
  Disputes_ReviewRuns: [
    "L’étape {milestone} est en examen jusqu’au {until:time}.",
    "Attendez les vérificateurs et l’agence ; leur silence pourra être contesté ensuite.",
  ],
  Disputes_TooLate: [
    "Le délai pour cela a pris fin le {until:time}.",
    "Une étape renvoyée peut encore être remise ; ce que l’arbitre a laissé ouvert suit les conditions.",
  ],
  Disputes_OnlyArbiter: [
    "Seul l’arbitre {arbiter} décide cela.",
    "Adressez-vous à l’arbitre des conditions.",
  ],
  Disputes_AboveDisputed: [
    "{amount} dépassent les {disputed} qui sont contestés à l’étape {milestone}.",
    "Partagez au plus ce qui est contesté.",
  ],
  Disputes_ArbiterHasTime: [
    "L’arbitre a jusqu’au {until:time} pour décider de l’étape {milestone}.",
    "Appliquez ensuite ce que prévoient les conditions.",
  ],
};

/** French words of what an agreement refuses. */
export const agreement: FrenchSentences = {
  ...terms,
  ...end,
  ...escrow,
  ...milestones,
  ...advances,
  ...disputes,
};
