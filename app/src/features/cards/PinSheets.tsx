// SPDX-License-Identifier: Apache-2.0

import { cardNumber } from "../../shared/cards/index.ts";
import { inSheets } from "./inSheets.ts";
import type { NewCard } from "./newCards.ts";
import classes from "./sheets.module.css";
import { words } from "./words/index.ts";

const text = words.slip;

export const SLIPS_A_SHEET = 24;

/** Sheets of A4 with three columns of eight slips, in the order of the cards. */
export function PinSheets({ cards }: { readonly cards: readonly NewCard[] }) {
  return inSheets(cards, SLIPS_A_SHEET).map((sheet) => (
    <div key={sheet[0]?.account} className={classes.slips}>
      {sheet.map((card) => (
        <section key={card.account} className={classes.slip}>
          <p className={classes.slipTitle}>
            {text.title} {text.forCard(cardNumber(card))}
          </p>
          <p className={classes.pin}>{card.pin}</p>
          <p className={classes.keep}>{text.keep}</p>
        </section>
      ))}
    </div>
  ));
}
