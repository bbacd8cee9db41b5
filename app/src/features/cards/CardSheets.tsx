// SPDX-License-Identifier: Apache-2.0

import { CardFace, type CardText } from "./CardFace.tsx";
import { inSheets } from "./inSheets.ts";
import type { NewCard } from "./newCards.ts";
import classes from "./sheets.module.css";

/** Two columns of five on A4. */
export const CARDS_A_SHEET = 10;

interface CardSheetsProps {
  readonly cards: readonly NewCard[];
  readonly text: CardText;
}

/** The cards on sheets of A4, to be cut along their edges. */
export function CardSheets({ cards, text }: CardSheetsProps) {
  return inSheets(cards, CARDS_A_SHEET).map((sheet) => (
    <div key={sheet[0]?.account} className={classes.cards}>
      {sheet.map((card) => (
        <CardFace key={card.account} card={card} text={text} />
      ))}
    </div>
  ));
}
