// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useCallback, useEffect, useRef, useState } from "react";
import { showCount } from "../../shared/format/index.ts";
import { PrintSheet } from "../../shared/print/index.ts";
import { Section, StateBadge } from "../../shared/ui/index.ts";
import { CardFace, type CardText } from "./CardFace.tsx";
import { CARDS_A_SHEET, CardSheets } from "./CardSheets.tsx";
import classes from "./cards.module.css";
import type { NewCard } from "./newCards.ts";
import { PinSheets, SLIPS_A_SHEET } from "./PinSheets.tsx";
import { words } from "./words/index.ts";

const text = words.issued;

type Sheet = "cards" | "pins";

interface PrintCardsProps {
  readonly cards: readonly NewCard[];
  readonly text: CardText;
  readonly onMore: () => void;
}

/** Prints what was issued: first the cards, then the PINs, which are in this page's memory only. */
export function PrintCards({ cards, text: printed, onMore }: PrintCardsProps) {
  const [printing, setPrinting] = useState<Sheet>();
  const [done, setDone] = useState<ReadonlySet<Sheet>>(new Set());
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus(), []);
  useLeaveWarning(!done.has("pins"));
  const close = useCallback(() => {
    setPrinting((sheet) => {
      if (sheet !== undefined) setDone((before) => new Set([...before, sheet]));
      return undefined;
    });
  }, []);
  const [first] = cards;
  const cardSheets = Math.ceil(cards.length / CARDS_A_SHEET);
  const pinSheets = Math.ceil(cards.length / SLIPS_A_SHEET);
  return (
    <div ref={panel} tabIndex={-1} className={classes.focusTarget}>
      <Section title={text.title(showCount(cards.length), cards.length)} hint={text.hint}>
        {() => (
          <div className={classes.issued}>
            <ul className={classes.prints}>
              <PrintLine
                label={text.cards}
                hint={text.cardsHint(showCount(cardSheets), cardSheets)}
                isDone={done.has("cards")}
                isNext={!done.has("cards")}
                onPrint={() => setPrinting("cards")}
              />
              <PrintLine
                label={text.pins}
                hint={text.pinsHint(showCount(pinSheets), pinSheets)}
                isDone={done.has("pins")}
                isNext={done.has("cards") && !done.has("pins")}
                onPrint={() => setPrinting("pins")}
              />
              <li>
                <Button variant="subtle" onClick={onMore} disabled={!done.has("pins")}>
                  {text.more}
                </Button>
              </li>
            </ul>
            {first === undefined ? null : (
              <figure className={classes.preview}>
                <figcaption className={classes.soft}>{text.preview}</figcaption>
                <CardFace card={first} text={printed} />
              </figure>
            )}
          </div>
        )}
      </Section>
      {printing === undefined ? null : (
        <PrintSheet onDone={close}>
          {printing === "cards" ? <CardSheets cards={cards} text={printed} /> : <PinSheets cards={cards} />}
        </PrintSheet>
      )}
    </div>
  );
}

interface PrintLineProps {
  readonly label: string;
  readonly hint: string;
  readonly isDone: boolean;
  readonly isNext: boolean;
  readonly onPrint: () => void;
}

function PrintLine({ label, hint, isDone, isNext, onPrint }: PrintLineProps) {
  return (
    <li className={classes.print}>
      <Button variant={isNext ? "filled" : "default"} onClick={onPrint}>
        {label}
      </Button>
      {isDone ? (
        <StateBadge tone="good" label={text.printed} />
      ) : (
        <span className={classes.soft}>{hint}</span>
      )}
    </li>
  );
}

/** The browser asks before PINs that are on no paper yet are lost. */
function useLeaveWarning(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isNeeded]);
}
