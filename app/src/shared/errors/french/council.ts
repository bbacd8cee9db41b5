// SPDX-License-Identifier: Apache-2.0

import type { FrenchSentences } from "./sentence.ts";

/** Refusals of the council. */
export const council: FrenchSentences = {
  Council_OnlyMember: [
    "L’adresse {caller} n’est pas membre du conseil.",
    "Agissez depuis l’adresse sous laquelle le conseil connaît votre organisation.",
  ],
  Council_OnlyCouncil: [
    "Le conseil change lui-même ses membres, ses quorums et ses délais.",
    "Proposez le changement au conseil.",
  ],
  Council_NoCalls: [
    "La proposition ne contient aucun appel.",
    "Dites au moins une chose que le conseil doit faire.",
  ],
  Council_UnknownProposal: [
    "Le conseil n’a pas de proposition {proposalId}.",
    "Vérifiez le numéro de la proposition.",
  ],
  Council_OtherProposalRestated: [
    "La proposition {proposalId} n’est pas celle qui a été répétée.",
    "Relisez la proposition, et répétez exactement ses appels et ses motifs.",
  ],
  Council_WrongState: [
    "Dans son état actuel, la proposition {proposalId} ne permet pas cela.",
    "Regardez la proposition : ouverte, elle attend des approbations ; en attente, la fin du délai ; caduque, elle est à proposer de nouveau.",
  ],
  Council_ApprovedAlready: ["{member} approuve déjà la proposition {proposalId}.", "Il n’y a rien à faire."],
  Council_NotApproved: [
    "{member} n’approuve pas la proposition {proposalId} : il n’y a rien à retirer.",
    "Pour arrêter la proposition, faites objection ; pour annuler des signatures que personne n’a remises, annulez-les.",
  ],
  Council_ObjectedAlready: [
    "{member} a déjà fait objection à la proposition {proposalId}.",
    "Il n’y a rien à faire ; d’autres membres doivent aussi faire objection.",
  ],
  Council_ToBeRemoved: [
    "La proposition {proposalId} retire {member}, qui ne peut donc pas y faire objection.",
    "Demandez à d’autres membres de faire objection.",
  ],
  Council_SignatureExpired: [
    "La signature était valable jusqu’au {deadline:time}.",
    "Le membre doit signer de nouveau, avec une date plus tardive.",
  ],
  Council_SignatureInvalid: [
    "Ce n’est pas la signature de {member} sur cette proposition dans la période actuelle du conseil.",
    "Le membre doit signer de nouveau : après un changement de membres ou le retrait d’une approbation, les anciennes signatures ne comptent plus.",
  ],
  Council_SettingsInvalid: [
    "Le réglage {field} du conseil ne convient pas.",
    "Choisissez un quorum qui laisse un membre de réserve, et des délais dans leurs limites.",
  ],
  Council_MemberInvalid: [
    "{account} ne peut être ni ajouté ni retiré : l’adresse ne convient pas, n’a pas de nom, est déjà membre, ou ne l’est pas.",
    "Comparez l’adresse et le nom avec la liste des membres.",
  ],
  "COUNCIL-101": [
    "Ce consortium est gouverné par une adresse qui n’est pas un conseil : il n’y a rien à voter.",
    "Adressez-vous à qui tient cette adresse ; un conseil prend la relève quand il est nommé à sa place.",
  ],
  "COUNCIL-102": [
    "Le conseil n’a pas de proposition avec ce numéro.",
    "Choisissez une des propositions dans la salle du conseil.",
  ],
  "COUNCIL-201": [
    "Ceci n’est pas une approbation signée : une indication manque ou est fausse.",
    "Collez le texte entier que la page du membre a donné.",
  ],
  "COUNCIL-202": [
    "Cette approbation a été signée pour autre chose.",
    "Demandez au membre d’ouvrir cette proposition-ci et de la signer à nouveau.",
  ],
};
