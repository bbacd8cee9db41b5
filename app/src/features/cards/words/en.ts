// SPDX-License-Identifier: Apache-2.0

import { plural } from "../../../shared/words/plural.ts";

const en = {
  title: "Cards",
  intro:
    "A card lets a household spend its entitlement at the shops. It shows an account number and no name; its PIN is printed apart.",
  back: "Households",
  choose: {
    title: "For whom?",
    from: "Households",
    ofCycle: "All of a cycle's list",
    typedNumbers: "Account numbers that I type",
    typedIds: "Household ids that I type",
    programme: "Programme",
    cycle: "Cycle",
    cycleName: (cycle: number, day: string) => `Cycle ${cycle}, opens ${day}`,
    noCycle: "This programme has no cycle yet.",
    numbers: "Account numbers",
    numbersHint: "One a line.",
    ids: "Household ids",
    idsHint: "One a line. They stay in this browser.",
    why: "To print cards by the office's own ids, this browser needs the office's key.",
    look: "Look them up",
    unknown: (lines: string, n: number) =>
      plural(n, {
        one: `Line ${lines} leads to no open account.`,
        other: `Lines ${lines} lead to no open account.`,
      }),
  },
  issue: {
    title: "Issue cards",
    counts: { all: "Households", without: "Without a card", with: "With a card" },
    who: "Issue cards to",
    onlyWithout: "only those without a card",
    everybody: "all of them; earlier cards stop working",
    helpLine: "Help line, printed on the card",
    helpLineHint: "A number that households can call.",
    programmeName: "Programme, as printed on the card",
    run: (count: string, n: number) =>
      plural(n, { one: `Issue ${count} card`, other: `Issue ${count} cards` }),
    nobody: "Everybody has a card.",
    most: (count: string) =>
      `At most ${count} at once, so that printing stays manageable. Print these, then issue the rest.`,
    progress: (done: string, all: string) => `${done} of ${all} cards issued`,
    custodianOnly: "Only a custodian issues cards.",
  },
  issued: {
    title: (count: string, n: number) =>
      plural(n, { one: `${count} card is issued`, other: `${count} cards are issued` }),
    hint: "Print both now: PINs are kept nowhere, so what is not printed has to be issued again.",
    cards: "Print the cards",
    cardsHint: (pages: string, n: number) =>
      plural(n, {
        one: `${pages} sheet of A4, 10 cards each`,
        other: `${pages} sheets of A4, 10 cards each`,
      }),
    pins: "Print the PIN slips",
    pinsHint: (pages: string, n: number) =>
      plural(n, {
        one: `${pages} sheet of A4. Keep it apart from the cards.`,
        other: `${pages} sheets of A4. Keep them apart from the cards.`,
      }),
    printed: "Printed",
    preview: "Preview of the first card",
    more: "Issue more cards",
    leave: "The PIN slips are not printed yet.",
  },
  card: {
    account: "Account",
    help: (number: string) => `Help: ${number}`,
    keep: "Keep the PIN secret. Lost? Call the help line: the card is blocked and replaced.",
    qr: (number: string) => `QR code of card ${number}`,
  },
  slip: {
    title: "PIN",
    forCard: (number: string) => `for card ${number}`,
    keep: "Learn it and tear this up. Nobody from the agency will ask you for it.",
  },
};

export default en;
