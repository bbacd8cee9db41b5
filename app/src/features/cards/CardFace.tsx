// SPDX-License-Identifier: Apache-2.0

import { type Card, cardNumber, cardPayload, QrCode } from "../../shared/cards/index.ts";
import classes from "./CardFace.module.css";
import { words } from "./words/index.ts";

const text = words.card;

/** What stands on all cards of one issue. */
export interface CardText {
  readonly agency: string;
  readonly programme: string;
  /** Empty for none. */
  readonly helpLine: string;
}

/** From here on an account number has so many digits that it needs smaller ones. */
const LONG_NUMBER = 1_000_000;

interface CardFaceProps {
  readonly card: Card;
  readonly text: CardText;
}

/** A household's card at its true size. It names nobody, and the PIN is not on it. */
export function CardFace({ card, text: { agency, programme, helpLine } }: CardFaceProps) {
  const { account, serial } = card;
  return (
    <article className={classes.card}>
      <div className={classes.code}>
        <QrCode text={cardPayload(card)} label={text.qr(cardNumber(card))} />
      </div>
      <div className={classes.body}>
        <p className={classes.agency}>{agency}</p>
        <p className={classes.programme}>{programme}</p>
        <p className={classes.label}>{text.account}</p>
        <p className={classes.number} data-long={account >= LONG_NUMBER || undefined}>
          {account}
          <span className={classes.serial}>-{serial}</span>
        </p>
        {helpLine === "" ? null : <p className={classes.help}>{text.help(helpLine)}</p>}
      </div>
      <p className={classes.keep}>{text.keep}</p>
    </article>
  );
}
