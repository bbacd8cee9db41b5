// SPDX-License-Identifier: Apache-2.0

import type { FrenchSentences } from "./sentence.ts";

/** Refusals of a programme that is paused or closed, and receipts that wait for the end of a pause. */
export const pauses: FrenchSentences = {
  Pauses_RedemptionsPaused: [
    "Les dépenses de ce programme sont suspendues.",
    "Attendez que la suspension prenne fin ou soit levée ; les reçus envoyés entre-temps s’arrêtent et ne perdent rien.",
  ],
  Pauses_PayoutsPaused: [
    "Les règlements et les retours de fonds de ce programme sont suspendus.",
    "Attendez que la suspension prenne fin ou soit levée ; ce qui est dû aux commerçants reste dû.",
  ],
  Pauses_NothingNamed: [
    "Ni les dépenses ni les paiements n’ont été nommés.",
    "Dites ce qui est à suspendre ou à reprendre : les dépenses, les paiements, ou les deux.",
  ],
  Pauses_OnlyMember: [
    "L’adresse {caller} n’est pas membre du conseil.",
    "Suspendez avec l’adresse d’une organisation membre, ou demandez au gardien de l’organisation.",
  ],
  Pauses_UsedUp: [
    "Le membre {member} a déjà suspendu ce programme dans l’époque {epoch} du conseil.",
    "Demandez à un autre membre ou au gardien de l’organisation ; une nouvelle époque rend ce droit.",
  ],
  Pauses_PausedAlready: [
    "La suspension d’un membre dure jusqu’au {until:time}.",
    "Suspendez ce qui ne l’est pas encore, ou attendez ce moment.",
  ],
  Pauses_NotPaused: [
    "Il n’y a pas de telle suspension à lever.",
    "Regardez ce qui est suspendu et par qui : gardien et membres lèvent leurs propres suspensions.",
  ],
  Pauses_OtherPauseRestated: [
    "La suspension en cours a commencé le {since:time} et non le {restated:time}.",
    "Proposez de lever celle qui est en cours ; l’attente recommence.",
  ],
  Pauses_OnlyPauser: [
    "L’adresse {caller} n’a pas fait cette suspension ; c’est {member}.",
    "Demandez à ce membre ou au conseil, ou attendez qu’elle prenne fin.",
  ],
  Closure_Closed: [
    "Le programme est clos définitivement.",
    "Le travail continue dans un autre programme ; celui-ci reste lisible.",
  ],
  Closure_CycleOpen: ["Le cycle {cycle} est encore ouvert.", "Clôturez d’abord tous les cycles."],
  Closure_StillOwed: ["{owed} est encore dû à des commerçants.", "Réglez-les d’abord."],
  Closure_WithTheBank: [
    "La banque n’a pas répondu pour {settlements} règlements.",
    "Confirmez-les ou rendez-les d’abord d’après le relevé de la banque.",
  ],
  "RCPT-207": [
    "Les dépenses de ce programme sont suspendues.",
    "Gardez les reçus et envoyez-les à nouveau après la suspension ; aucun n’est perdu.",
  ],
};
