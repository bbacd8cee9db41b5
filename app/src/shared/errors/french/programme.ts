// SPDX-License-Identifier: Apache-2.0

import type { FrenchSentences } from "./sentence.ts";

const RIGHT_LIST = "Prenez la liste qui a été approuvée, sans changement.";
const NEXT_STEP = "Regardez son état et faites l’étape qui suit.";

const cycles: FrenchSentences = {
  Cycles_OtherCycleId: [
    "Le prochain cycle porte le numéro {next} et non {expected} : un autre a été préparé entre-temps.",
    "Fixez la liste à nouveau pour le cycle {next} ; rien n’a changé.",
  ],
  Cycles_TermsInvalid: [
    "Une indication du cycle manque ou n’est pas dans le bon ordre.",
    "Corrigez-la et préparez le cycle à nouveau.",
  ],
  Cycles_RegistryDiffers: [
    "Le registre des comptes n’est plus celui sur lequel la liste a été faite.",
    "Fixez la liste à nouveau, avec les comptes tels qu’ils sont maintenant.",
  ],
  Cycles_WrongState: ["L’état du cycle {cycle} ne permet pas cette étape.", NEXT_STEP],
  Cycles_OtherTermsRestated: [
    "Les conditions du cycle {cycle} ne sont pas celles qui ont été répétées.",
    "Comparez la liste et la fiche de contrôle à ce qui a été préparé ; n’approuvez que si elles concordent.",
  ],
  Cycles_PreparerCannotApprove: [
    "L’agent qui a préparé le cycle {cycle} ne peut ni l’approuver ni le libérer.",
    "Demandez à un autre agent de le faire.",
  ],
  Cycles_ApprovedAlready: [
    "L’agent a déjà approuvé le cycle {cycle}.",
    "Il faut un autre approbateur, pas une seconde fois le même.",
  ],
  Cycles_ApprovalsMissing: [
    "Le cycle {cycle} a {approvals} approbations et il lui en faut {needed}, compte tenu des autres cycles de ces 30 jours.",
    "Faites-le approuver par un autre approbateur, puis libérez-le.",
  ],
  Cycles_AboveAllBands: [
    "{amount} en 30 jours dépasse ce que permet toute tranche.",
    "Ne partagez rien : faites changer les tranches par deux agents, ou attendez que les approbations précédentes aient 30 jours.",
  ],
  Cycles_NoFreeBank: [
    "Tous les emplacements sont occupés par des cycles qui ne sont pas clôturés.",
    "Clôturez un cycle dont le délai des reçus tardifs est passé.",
  ],
  Cycles_Expired: [
    "Le cycle {cycle} a expiré le {expiresAt:time}.",
    "Prolongez-le, ou préparez un nouveau cycle.",
  ],
  Cycles_AlreadyOpen: [
    "Le cycle {cycle} est ouvert depuis le {opensAt:time}.",
    "Arrêtez-le ou réduisez-le ; seul un cycle qui n’est pas encore ouvert peut être annulé.",
  ],
  Cycles_NotOpenYet: [
    "Le cycle {cycle} ouvre le {opensAt:time}.",
    "Annulez-le, ou attendez qu’il soit ouvert.",
  ],
  Cycles_GraceNotOver: [
    "Les reçus tardifs du cycle {cycle} comptent jusqu’au {graceEndsAt:time}.",
    "Clôturez le cycle après ce moment.",
  ],
  Cycles_ChunkNotInList: [
    "La partie {chunk} n’appartient pas à la liste approuvée du cycle {cycle}.",
    RIGHT_LIST,
  ],
  Cycles_ChunkAlreadyLoaded: [
    "La partie {chunk} du cycle {cycle} est déjà chargée.",
    "Il n’y a rien à faire ; continuez avec les autres.",
  ],
  Cycles_PayloadLength: ["Une partie de la liste n’a pas la bonne longueur.", RIGHT_LIST],
  Cycles_EntryInvalid: [
    "L’entrée {index} d’une partie est zéro ou n’est pas à sa place.",
    "La liste approuvée est elle-même endommagée : arrêtez le cycle et préparez-en un juste.",
  ],
  Cycles_TotalExceeded: [
    "Le chargement porterait le cycle {cycle} à {loaded}, au-dessus de son total approuvé de {total}.",
    "La liste et son total ne concordent pas : arrêtez le cycle et préparez-en un juste.",
  ],
  Cycles_TimesInvalid: [
    "L’expiration et la fin des reçus tardifs ne se suivent pas, ou sont plus tôt qu’avant.",
    "Donnez une expiration plus tardive, et une fin des reçus tardifs après elle.",
  ],
  Cycles_TotalInvalid: [
    "Le cycle {cycle} a {loaded} de chargé sur {total} ; le nouveau total n’est pas entre les deux.",
    "Donnez un total entre le montant chargé et le total actuel.",
  ],
  Cycles_BandsInvalid: [
    "La tranche {index} n’est pas au-dessus de la précédente, ou ne demande aucun approbateur.",
    "Donnez les tranches dans l’ordre croissant.",
  ],
};

const shops: FrenchSentences = {
  Shops_UnknownShop: ["Il n’y a pas de commerçant {shop}.", "Vérifiez le numéro du commerçant."],
  Shops_ShopNotActive: [
    "Le commerçant {shop} n’est pas actif.",
    "Faites changer ses conditions par deux agents, ou choisissez un autre commerçant.",
  ],
  Shops_TermsInvalid: [
    "Une condition du commerçant manque ou est hors limites.",
    "Corrigez-la et proposez à nouveau.",
  ],
  Shops_PayoutInvalid: [
    "Le paiement ne va pas avec son mode.",
    "Donnez une adresse pour un paiement en jetons, ou une référence bancaire pour un virement, et rien d’autre.",
  ],
  Shops_LimitAboveShop: [
    "La limite {limit} dépasse celle du commerçant, {allowed} par terminal.",
    "Choisissez une limite plus basse.",
  ],
  Shops_TerminalKnown: [
    "La clé {terminal} a déjà été celle d’un terminal.",
    "Créez une nouvelle clé : un nouveau terminal en demande une.",
  ],
  Shops_TerminalNotActive: [
    "Le terminal {terminal} n’est pas actif.",
    "Autorisez un terminal avec une nouvelle clé.",
  ],
};

const receipts: FrenchSentences = {
  Redemptions_BatchSize: [
    "Le lot n’a pas la bonne longueur ; il contient des reçus entiers, de 1 à {mostItems}.",
    "Partagez les reçus en lots plus petits.",
  ],
  Redemptions_TerminalNotActive: [
    "Le terminal {terminal} n’est pas actif.",
    "Autorisez un terminal avec une nouvelle clé ; les reçus d’un terminal révoqué sont ressaisis par deux agents.",
  ],
  Redemptions_Gap: [
    "Le prochain reçu du terminal {terminal} est le n° {nextNumber}, et le lot commence au n° {firstNumber}.",
    "Envoyez d’abord les reçus qui manquent entre les deux.",
  ],
  Redemptions_SignatureInvalid: [
    "Le lot n’est pas signé par le terminal {terminal}.",
    "Signez-le avec la clé du terminal lui-même, pour ce programme et ce réseau.",
  ],
  Redemptions_ExtractNotInList: [
    "La partie {chunk} n’appartient pas à la liste approuvée du cycle {cycle}.",
    RIGHT_LIST,
  ],
  Redemptions_HoldTooLong: [
    "Une suspension jusqu’au {until:time} est trop longue.",
    "Suspendez jusqu’au {latest:time} au plus.",
  ],
  Corrections_CorrectedAlready: [
    "Le reçu {number} du terminal {terminal} a déjà été corrigé.",
    "Un reçu se corrige une fois ; regardez ce qui a été décidé.",
  ],
  Corrections_Unfit: [
    "L’état du reçu {number} du terminal {terminal} ne va pas avec cette correction.",
    "Regardez si le reçu compte ou a été rejeté, et choisissez la correction qui convient.",
  ],
  Corrections_NotEnoughLeft: [
    "Il reste {left} au compte {account} dans le cycle {cycle}, et {amount} est demandé.",
    "Corrigez le montant, ou refusez le reçu.",
  ],
  Corrections_AboveList: [
    "Le compte {account} a un droit de {listed} dans le cycle {cycle} ; {amount} le dépasserait.",
    "Corrigez le montant.",
  ],
  Corrections_AboveOwed: [
    "{owed} est dû au commerçant {shop} dans le cycle {cycle}, et {amount} serait repris.",
    "N’annulez pas plus que ce qui n’est pas encore réglé.",
  ],
  Corrections_AboveSales: [
    "Le terminal {terminal} a vendu {sold} dans le cycle {cycle}, et {amount} serait repris.",
    "Vérifiez le reçu et le montant.",
  ],
};

const settlements: FrenchSentences = {
  Settlements_OtherSettlementId: [
    "Le prochain règlement porte le numéro {next} et non {expected}.",
    "Préparez-le à nouveau ; un autre règlement a été fait entre-temps.",
  ],
  Settlements_NothingToPay: ["Il ne reste rien à payer.", "Vérifiez le commerçant et le cycle."],
  Settlements_AboveOwed: [
    "{owed} est dû au commerçant {shop} dans le cycle {cycle}, et {amount} doit être réglé.",
    "Réglez au plus ce qui est dû.",
  ],
  Settlements_WithholdingAboveAmount: [
    "{withholding} est retenu sur {amount}.",
    "Ne retenez pas plus que le montant.",
  ],
  Settlements_CommissionDiffers: [
    "La commission est de {expected} selon les conditions du commerçant, et {given} a été indiqué.",
    "Préparez le règlement à nouveau avec la bonne commission.",
  ],
  Settlements_PayoutDiffers: [
    "Les coordonnées de paiement du commerçant {shop} ne sont pas celles du règlement.",
    "Cherchez pourquoi elles ont changé, puis préparez le règlement à nouveau.",
  ],
  Settlements_StatementNotRecorded: [
    "Le relevé n’est pas enregistré par l’organisation.",
    "Enregistrez d’abord le relevé de rapprochement.",
  ],
  Settlements_MarkInvalid: [
    "Le reçu {number} du terminal {terminal} n’est pas dans le registre, ou le terminal est à un autre commerçant.",
    "Envoyez les reçus qui manquent, ou corrigez le dernier numéro de reçu.",
  ],
  Settlements_WrongState: ["L’état du règlement {settlementId} ne permet pas cette étape.", NEXT_STEP],
  Settlements_EndToEndIdMissing: [
    "Il faut une référence à un règlement par banque.",
    "Donnez la référence de bout en bout que la banque transporte.",
  ],
};

/** Refusals of a programme's own contract. */
export const programme: FrenchSentences = { ...cycles, ...shops, ...receipts, ...settlements };
