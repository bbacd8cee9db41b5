// SPDX-License-Identifier: Apache-2.0

import type en from "./en.ts";

const fr: typeof en = {
  states: {
    None: "Inconnu",
    Proposed: "En négociation",
    Active: "En vigueur",
    Completed: "Achevé",
    Terminated: "Résilié",
  },
  kinds: {
    Deliverable: "Livrable",
    Advance: "Avance",
    Reimbursement: "Remboursement",
  },
  kindHints: {
    Deliverable: "Payé en entier pour un travail que les contrôleurs ont vérifié.",
    Advance: "Payée avant le travail, puis justifiée.",
    Reimbursement: "Ce qui a été dépensé, jusqu’au montant, tel que les contrôleurs l’ont vérifié.",
  },
  milestoneStates: {
    None: "Inconnu",
    Planned: "Prévu",
    Submitted: "Soumis",
    Returned: "Renvoyé",
    Verified: "Vérifié",
    Disputed: "Chez l’arbitre",
    Paid: "Payé",
    Cancelled: "Annulé",
  },
  findings: {
    None: "Aucun constat",
    InsufficientDocumentation: "Pièces justificatives insuffisantes",
    NoProofOfPayment: "Pas de preuve de paiement",
    AboveBudget: "Dépasse le budget approuvé",
    ActivitiesNotUndertaken: "Activités non réalisées",
    ReportDoesNotReconcile: "Le rapport ne se rapproche pas",
    SignatoryDiffers: "Le signataire n’est pas celui de l’accord",
    Other: "Autre",
  },
  steps: {
    offerTerms: "Proposer les termes",
    acceptTerms: "Signer les termes",
    fund: "Verser l’argent en séquestre",
    submit: "Soumettre les preuves",
    verify: "Vérifier les preuves",
    proposeAuthorisation: "Proposer le paiement",
    authorise: "Autoriser le paiement",
    payAgain: "Payer à nouveau",
    closeReduction: "Clore le jalon réduit",
    dispute: "Saisir l’arbitre",
    decide: "Trancher le litige",
    applyDefault: "Appliquer ce que les termes prévoient si l’arbitre se tait",
    accountForAdvance: "Justifier l’avance",
    acceptSpending: "Juger les dépenses déclarées",
    terminate: "Mettre fin à l’accord : le préavis est écoulé",
    complete: "Achever l’accord",
  },
  actors: {
    Finance: "la finance de l’agence",
    Approver: "un approbateur de l’agence",
    Agency: "l’agence",
    PartnerAdministrator: "l’administrateur du partenaire",
    PartnerPreparer: "le préparateur du partenaire",
    Monitor: "les contrôleurs",
    Arbiter: "l’arbitre",
    Source: "une source d’argent",
    Anyone: "n’importe qui",
  },
  or: (one, other) => `${one} ou ${other}`,
  milestone: (number) => `Jalon ${number}`,
};

export default fr;
