// SPDX-License-Identifier: Apache-2.0

import type { FrenchSentences } from "./sentence.ts";

const AGAIN = "Rien n’a changé ; signalez-le en disant ce que vous faisiez.";
const CHECK_ADDRESS = "Vérifiez l’adresse.";

const twoOfficers: FrenchSentences = {
  DualControl_NotAnAct: [
    "Ceci n’est pas un acte que deux agents font ensemble.",
    "Faites-le directement, ou vérifiez quel acte était voulu.",
  ],
  DualControl_NotOpen: [
    "Il n’y a pas de proposition ouverte avec ce numéro.",
    "Regardez les propositions ouvertes : elle a été approuvée, retirée, ou n’a jamais existé.",
  ],
  DualControl_OtherActRestated: [
    "La proposition n’est pas l’acte qui a été répété.",
    "Relisez la proposition et approuvez exactement ce qu’elle dit.",
  ],
  DualControl_SameOfficer: [
    "L’agent qui a proposé cet acte ne peut pas aussi l’approuver.",
    "Demandez à un autre agent de l’approuver.",
  ],
  DualControl_TooEarly: [
    "La proposition attend jusqu’au {readyAt:time}.",
    "Approuvez-la après ce moment ; l’attente permet à d’autres de s’y opposer.",
  ],
  DualControl_Lapsed: [
    "La proposition est devenue caduque le {lapsedAt:time}.",
    "Proposez l’acte à nouveau.",
  ],
  DualControl_TwoOfficersNeeded: [
    "Cet acte a été fait directement, mais il faut deux agents.",
    "Proposez-le avec un agent et approuvez-le avec un autre.",
  ],
};

const consortium: FrenchSentences = {
  Consortium_OnlyCouncil: ["Seul le conseil peut faire cela.", "Adressez-vous au conseil."],
  Consortium_UnknownOrganisation: [
    "Il n’y a pas d’organisation {organisation}.",
    "Vérifiez le numéro de l’organisation.",
  ],
  Consortium_MissingRole: [
    "L’adresse {account} n’a pas le rôle qu’il faut dans l’organisation {organisation}.",
    "Agissez avec un agent qui a ce rôle, ou demandez à l’administrateur de proposer la nomination.",
  ],
  Consortium_EmptyName: ["Il faut un nom à une organisation.", "Donnez son nom public."],
  Consortium_ZeroAddress: ["Il manque une adresse.", "Donnez l’adresse de l’agent ou du contrat."],
  Consortium_RoleNotGrantable: [
    "Ce rôle ne s’attribue pas de cette façon.",
    "Choisissez un autre rôle ; c’est le conseil qui nomme les gardiens.",
  ],
  Consortium_RolesExclude: [
    "L’agent {officer} a un rôle qui ne doit pas se trouver chez la même personne que celui-ci.",
    "Nommez une autre personne, ou mettez d’abord fin à l’autre nomination.",
  ],
  Consortium_NoSuchGrant: [
    "Aucune nomination de {officer} à ce rôle n’est en attente.",
    "L’administrateur doit d’abord la proposer ; elle a peut-être été annulée.",
  ],
  Consortium_GrantWaits: ["La nomination attend jusqu’au {readyAt:time}.", "Activez-la après ce moment."],
  Consortium_EndDatePassed: [
    "La date de fin, {until:time}, est passée.",
    "Proposez la nomination avec une date de fin plus tardive.",
  ],
  Consortium_AlreadySuspended: [
    "L’organisation {organisation} est déjà suspendue.",
    "Il n’y a rien à faire.",
  ],
  Consortium_NotSuspended: [
    "L’organisation {organisation} n’est pas suspendue.",
    "Vérifiez le numéro ; ceci ne concerne que les organisations suspendues.",
  ],
  Consortium_TrusteeUnfit: [
    "L’organisation {trustee} ne peut pas être l’administratrice provisoire.",
    "Nommez une autre organisation qui existe et n’est pas suspendue.",
  ],
};

const accounts: FrenchSentences = {
  BeneficiaryAccounts_OnlyCouncil: ["Seul le conseil peut faire cela.", "Adressez-vous au conseil."],
  BeneficiaryAccounts_KeyVersionUnknown: [
    "La version {keyVersion} de la clé n’est pas publiée.",
    "Demandez au conseil d’en publier la valeur de contrôle, ou prenez une version publiée.",
  ],
  BeneficiaryAccounts_KeyVersionTaken: [
    "La version {keyVersion} de la clé a déjà une valeur de contrôle.",
    "Publiez la nouvelle clé sous la version suivante.",
  ],
  BeneficiaryAccounts_OtherOpeningId: [
    "La prochaine ouverture porte le numéro {next} et non {expected} : quelqu’un en a annoncé une entre-temps.",
    "Recommencez ; rien n’a changé.",
  ],
  BeneficiaryAccounts_EmptyOpening: [
    "L’ouverture ne contient aucun compte.",
    "Vérifiez la liste : aucune ligne n’a été acceptée.",
  ],
  BeneficiaryAccounts_OpeningTooLarge: [
    "L’ouverture compte {count} comptes, mais {allowed} au plus peuvent être en attente.",
    "Envoyez d’abord les parties des ouvertures précédentes, ou partagez la liste.",
  ],
  BeneficiaryAccounts_UnknownOpening: [
    "Il n’y a pas d’ouverture {openingId}.",
    "Vérifiez le numéro de l’ouverture.",
  ],
  BeneficiaryAccounts_ChunkNotInOpening: [
    "La partie {chunk} n’appartient pas à l’ouverture signée {openingId}.",
    "Prenez le fichier que le dépositaire a signé, sans changement et dans le même ordre.",
  ],
  BeneficiaryAccounts_ChunkAlreadyPushed: [
    "La partie {chunk} de l’ouverture {openingId} est déjà dans le registre.",
    "Il n’y a rien à faire ; continuez avec les autres parties.",
  ],
  BeneficiaryAccounts_ChunkSize: [
    "La partie {chunk} doit avoir {expected} octets et en a {given}.",
    "Prenez le fichier que le dépositaire a signé, sans changement.",
  ],
  BeneficiaryAccounts_EmptyCommitment: [
    "L’entrée {index} de la partie {chunk} est vide.",
    "Refaites l’ouverture à partir de la liste ; une entrée n’a pas été calculée.",
  ],
  BeneficiaryAccounts_AccountUnfit: [
    "Ce compte appartient à l’organisation {organisation} ou n’est pas dans l’état qu’il faut.",
    "Vérifiez que le compte est celui de votre organisation et dans l’état que cet acte demande.",
  ],
  BeneficiaryAccounts_CommitmentTaken: [
    "Ce ménage est déjà le compte {number}.",
    "Vérifiez si les deux entrées sont un seul ménage ; si oui, fermez plutôt un des comptes.",
  ],
};

const budget: FrenchSentences = {
  Budget_SourceNotRecorded: [
    "Le bailleur {source} n’est pas enregistré.",
    "Faites-le d’abord enregistrer par deux agents ; l’argent ne retourne qu’à des bailleurs enregistrés.",
  ],
  Budget_ZeroAmount: ["Le montant est zéro.", "Donnez un montant supérieur à zéro."],
  Budget_AmountDiffers: [
    "{received} est arrivé alors que {expected} a été envoyé : le jeton garde une part ou se comporte mal.",
    "Prenez un jeton qui ne prélève pas de frais.",
  ],
  Budget_NotEnoughFree: [
    "Il faut {needed} et {free} est libre.",
    "Financez le programme, ou clôturez ou réduisez un cycle terminé.",
  ],
  Budget_NotEnoughFees: [
    "Il faut {needed} pour la commission et {fees} est mis de côté.",
    "Augmentez d’abord la réserve de frais.",
  ],
};

const tokens: FrenchSentences = {
  Programme_EtherNotAccepted: [
    "Un programme n’accepte pas d’ether ; il paie dans son propre actif.",
    "Refaites le même envoi sans ether.",
  ],
  Programme_SettingsInvalid: [
    "Un réglage du programme manque ou est hors limites.",
    "Corrigez-le et créez le programme à nouveau.",
  ],
  DocumentRegistry_NotAnOfficer: [
    "L’adresse {account} n’est pas un agent de l’organisation {organisation}.",
    "Enregistrez le document avec un de ses agents.",
  ],
  DocumentRegistry_EmptyHash: [
    "L’empreinte du document est vide.",
    "Donnez le fichier lui-même ou son empreinte.",
  ],
  DocumentRegistry_AlreadyRecorded: [
    "L’organisation {organisation} a déjà enregistré ce document.",
    "Il n’y a rien à faire ; le premier enregistrement reste.",
  ],
  CurrencyUnit_FundingInvalid: [
    "Une indication du financement manque ou ne convient pas.",
    "Corrigez le financement et proposez l’émission à nouveau.",
  ],
  CurrencyUnit_DocumentUsed: [
    "Des unités ont déjà été émises sur cette pièce de financement.",
    "Vérifiez si le financement est déjà émis ; un second financement a sa propre pièce.",
  ],
  CurrencyUnit_ReferenceUsed: [
    "Cette référence de paiement a déjà servi.",
    "Donnez à chaque virement une référence qui lui est propre.",
  ],
  CurrencyUnit_NothingRetired: [
    "Rien n’est retiré sous cette référence.",
    "Vérifiez la référence ; le paiement est peut-être définitif ou déjà rendu.",
  ],
  ERC20InsufficientBalance: ["{sender} a {balance} et il faut {needed}.", "Apportez d’abord ce qui manque."],
  ERC20InsufficientAllowance: [
    "{spender} peut prendre {allowance} et il faut {needed}.",
    "Autorisez d’abord le montant pour le programme.",
  ],
  ERC2612InvalidSigner: [
    "L’autorisation signée est de {signer}, ou vaut pour autre chose ; elle n’est pas de {owner}.",
    "Signez-la à nouveau avec le compte qui paie, ou autorisez le montant par une transaction.",
  ],
  ERC2612ExpiredSignature: [
    "L’autorisation signée a pris fin le {deadline:time}.",
    "Signez-la à nouveau, ou autorisez le montant par une transaction.",
  ],
  ERC20InvalidSender: ["Des jetons ne peuvent pas venir de cette adresse.", CHECK_ADDRESS],
  ERC20InvalidReceiver: ["Des jetons ne peuvent pas aller à cette adresse.", CHECK_ADDRESS],
  ERC20InvalidApprover: ["Cette adresse ne peut pas autoriser de jetons.", CHECK_ADDRESS],
  ERC20InvalidSpender: ["Des jetons ne peuvent pas être autorisés pour cette adresse.", CHECK_ADDRESS],
  SafeERC20FailedOperation: [
    "Le jeton a refusé le transfert.",
    "Regardez les règles du jeton lui-même, par exemple une liste de blocage.",
  ],
  SafeCastOverflowedUintDowncast: ["Le nombre {value} est trop grand.", "Vérifiez le montant."],
  ReentrancyGuardReentrantCall: [
    "Un jeton a essayé d’intervenir au milieu d’un paiement.",
    "N’utilisez pas ce jeton.",
  ],
  AccessControlUnauthorizedAccount: [
    "L’adresse {account} n’a pas le rôle qu’il faut.",
    "Agissez avec un agent qui l’a.",
  ],
  AccessControlBadConfirmation: [
    "Seul celui qui a un rôle peut y renoncer.",
    "Demandez à l’administrateur de retirer l’agent.",
  ],
  AddressEmptyCode: ["Il n’y a pas de contrat à {target}.", "Vérifiez l’adresse et le réseau."],
  FailedCall: ["Un appel à l’intérieur du contrat a échoué sans raison donnée.", AGAIN],
  InsufficientBalance: ["Il y a {balance} et il faut {needed}.", "Apportez d’abord ce qui manque."],
  InvalidInitialization: ["Le contrat était déjà mis en place.", AGAIN],
  NotInitializing: ["Le contrat n’est pas en cours de mise en place.", AGAIN],
  InvalidShortString: ["Un texte court du contrat est endommagé.", AGAIN],
  StringTooLong: ["Le texte est trop long.", "Donnez un texte plus court."],
};

/** Refusals of the contracts that all parts of the work meet. */
export const contracts: FrenchSentences = {
  ...twoOfficers,
  ...consortium,
  ...accounts,
  ...budget,
  ...tokens,
};
