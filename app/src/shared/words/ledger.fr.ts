// SPDX-License-Identifier: Apache-2.0

import type { LedgerWords } from "./ledger.en.ts";

/** French words for the codes that the contracts use, as field offices say them. */
export const ledgerWords: LedgerWords = {
  modalities: { Voucher: "Bons", Cash: "Espèces" },
  cycleKinds: { Regular: "Ordinaire", TopUp: "Complément", Corrective: "Correctif", FollowUp: "Suite" },
  shopKinds: { Retailer: "Commerçant", CashAgent: "Agent payeur", Provider: "Prestataire de paiement" },
  payoutModes: { Token: "Jeton", Bank: "Banque" },
  receiptKinds: { sale: "Vente", refund: "Remboursement" },
  outcomes: { credited: "Compte", rejected: "Rejeté", corrected: "Corrigé" },
  correctionKinds: { Honour: "Honoré", Reverse: "Annulé", ReEnter: "Ressaisi" },
  recognitions: {
    "card-pin": "Carte et code",
    biometric: "Biométrie",
    document: "Document",
    override: "Décision du commerçant",
  },
  rejections: {
    Malformed: "Écriture non valable",
    CycleEnded: "Le cycle était terminé",
    OutsidePeriod: "Daté hors du cycle",
    NotEnoughLeft: "Plus assez de droit",
    AccountHeld: "Le compte est suspendu",
    AccountClosed: "Le compte est fermé",
    OverTerminalLimit: "Au-delà de la limite du terminal",
    OverCeiling: "Au-delà du plafond du commerçant",
    NoSuchSale: "Aucune vente de ce genre à rembourser",
    RefundAboveSales: "Remboursement supérieur aux ventes de ce terminal",
    RefundAboveOwed: "Remboursement supérieur à ce qui est dû au commerçant",
    RefundAboveList: "Remboursement supérieur au droit",
  },
  settlementStates: {
    Instructed: "Ordre donné",
    Paid: "Payé",
    Returned: "Retourné par la banque",
    Refused: "Refusé, toujours dû",
  },
  documentKinds: {
    ControlSheet: "Fiche de contrôle d’une liste de droits",
    Statement: "Relevé de rapprochement",
    BankStatement: "Relevé bancaire",
    Evidence: "Pièce justificative",
    Assessment: "Évaluation",
    Funding: "Financement",
    Rationale: "Motif",
    Other: "Autre",
  },
};
