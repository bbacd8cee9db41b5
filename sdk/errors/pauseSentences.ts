// SPDX-License-Identifier: Apache-2.0

import type { ContractSentence } from "./sentence.ts";

/** Sentences for the errors of a programme that is paused or closed. */
export const PAUSE_SENTENCES: Readonly<Record<string, ContractSentence>> = {
  Pauses_RedemptionsPaused: [
    "Redemptions of this programme are paused.",
    "Wait until the pause lapses or is lifted; receipts that are sent meanwhile stop and lose nothing.",
  ],
  Pauses_PayoutsPaused: [
    "Settlements and returns of this programme are paused.",
    "Wait until the pause lapses or is lifted; what shops are owed stays owed.",
  ],
  Pauses_NothingNamed: [
    "Neither redemptions nor payouts were named.",
    "Say what is to be paused or lifted: redemptions, payouts, or both.",
  ],
  Pauses_OnlyMember: [
    "The address {caller} is no member of the council.",
    "Pause with the address of a member organisation, or ask the organisation's guardian.",
  ],
  Pauses_UsedUp: [
    "The member {member} has paused this programme in epoch {epoch} of the council already.",
    "Ask another member, or the organisation's guardian; a new epoch brings a new right.",
  ],
  Pauses_PausedAlready: [
    "A member's pause is in force until {until:time}.",
    "Pause what is not paused yet, or wait until that moment.",
  ],
  Pauses_NotPaused: [
    "There is no such pause to lift.",
    "Look at what is paused and by whom: guardian and members lift their own pauses.",
  ],
  Pauses_OtherPauseRestated: [
    "The pause in force began on {since:time}, not on {restated:time}.",
    "Propose to lift the pause that is in force; the wait starts anew.",
  ],
  Pauses_OnlyPauser: [
    "The address {caller} did not make this pause; {member} did.",
    "Ask that member or the council, or wait until the pause lapses.",
  ],
  Closure_Closed: [
    "The programme is closed for good.",
    "Work goes on in another programme; this one can still be read.",
  ],
  Closure_CycleOpen: ["Cycle {cycle} is still open.", "Close every cycle first."],
  Closure_StillOwed: ["Shops are still owed {owed}.", "Settle with them first."],
  Closure_WithTheBank: [
    "The bank has not answered about {settlements} settlements.",
    "Confirm or return them by the bank's statement first.",
  ],
};
