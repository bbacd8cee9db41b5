// SPDX-License-Identifier: Apache-2.0

import { useEffect, useRef, useState } from "react";
import { type Card, readCard } from "../../shared/cards/index.ts";
import { scan } from "./scan.ts";
import classes from "./terminal.module.css";
import { words } from "./words/index.ts";

const text = words.card;

/** The camera, until it sees a card. Pictures stay on this device. */
export function Scanner({ onCard }: { readonly onCard: (card: Card) => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const [isWithoutCamera, setIsWithoutCamera] = useState(false);
  const tell = useRef(onCard);
  tell.current = onCard;
  useEffect(() => {
    const given = new AbortController();
    const look = async (): Promise<void> => {
      if (video.current === null) return;
      try {
        const card = await scan(video.current, readCard, given.signal);
        if (card !== undefined) tell.current(card);
      } catch (error) {
        // Refused, taken by another program, or none there; a page without https has no mediaDevices at all.
        if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
        setIsWithoutCamera(true);
      }
    };
    void look();
    return () => given.abort();
  }, []);
  if (isWithoutCamera) {
    return (
      <p role="alert" className={classes.soft}>
        {text.noCamera}
      </p>
    );
  }
  return (
    <figure className={classes.scanner}>
      <div className={classes.camera}>
        <video ref={video} className={classes.video} muted playsInline aria-label={text.aim} />
        <div className={classes.aim} aria-hidden="true" />
      </div>
      <figcaption className={classes.soft}>{text.aim}</figcaption>
    </figure>
  );
}
