// SPDX-License-Identifier: Apache-2.0

import type { FrenchSentences } from "./sentence.ts";

/** Refus des fonds de bailleurs. */
export const fund: FrenchSentences = {
  DonorFund_SettingsInvalid: [
    "Le réglage {field} du fonds manque ou est hors limites.",
    "Corrigez-le et créez le fonds de nouveau.",
  ],
  DonorFund_ZeroAmount: ["Le montant est zéro.", "Donnez un montant supérieur à zéro."],
  DonorFund_RecipientUnknown: [
    "L’adresse {recipient} n’est ni un programme ni un accord du consortium.",
    "Choisissez un programme ou un accord dans la liste ; un fonds ne paie personne d’autre.",
  ],
  DonorFund_OtherAsset: [
    "Le bénéficiaire {recipient} est financé dans l’actif {asset}, qui n’est pas celui du fonds.",
    "Prenez un fonds qui détient cet actif.",
  ],
  DonorFund_AmountDiffers: [
    "{moved} a bougé au lieu de {expected} : le jeton garde une part ou se comporte mal.",
    "Prenez un jeton qui ne prélève pas de frais.",
  ],
  DonorFund_OrganisationSuspended: [
    "L’organisation {organisation}, qui tient ce fonds, est suspendue.",
    "Donnez à un autre fonds, ou attendez que le conseil l’ait rétablie.",
  ],
  DonorFund_TakesNoEther: [
    "Ce fonds détient l’actif {asset} et n’accepte pas d’ether.",
    "Contribuez dans cet actif, ou donnez l’ether à un fonds d’ether enveloppé.",
  ],
  DonorFund_EtherNotInSteps: [
    "{sent} wei ont été envoyés ; l’ether va par pas de {step} wei.",
    "Arrondissez le montant à six décimales.",
  ],
  DonorFund_OtherAllocationId: [
    "La prochaine allocation est la numéro {next}, pas {expected} : une autre a été faite entre-temps.",
    "Regardez si c’était celle-ci ; sinon, proposez-la de nouveau.",
  ],
  DonorFund_NotEnough: [
    "Il faut {needed} et {available} peut aller à ce bénéficiaire.",
    "Allouez moins ; l’argent affecté à d’autres reste à eux.",
  ],
  DonorFund_ReturnsNotBooked: [
    "{amount} que {recipient} a rendu n’est pas encore comptabilisé.",
    "Comptabilisez d’abord ses retours ; tout le monde le peut.",
  ],
  DonorFund_NothingToBook: ["Rien de ce que {recipient} a rendu n’attend.", "Il n’y a rien à faire."],
  DonorFund_NotEnoughUnattributed: [
    "{needed} devait être accepté et {unattributed} est venu sans être demandé.",
    "Acceptez au plus ce qui est là.",
  ],
  DonorFund_RecipientOpen: [
    "Le bénéficiaire {recipient} n’est pas clos, ses affectations tiennent donc.",
    "Allouez-lui l’argent, ou attendez qu’il soit clos.",
  ],
  DonorFund_NothingEarmarked: ["Plus rien n’est affecté à {recipient}.", "Il n’y a rien à faire."],
};
