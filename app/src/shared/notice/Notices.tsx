// SPDX-License-Identifier: Apache-2.0

import { ActionIcon, Button } from "@mantine/core";
import { useFocusWithin, useHover, useMergedRef } from "@mantine/hooks";
import { useEffect, useSyncExternalStore } from "react";
import { toAppError } from "../errors/AppError.ts";
import { Icon } from "../ui/Icon.tsx";
import { words } from "../words/index.ts";
import classes from "./Notices.module.css";
import { currentNotice, dismiss, type Notice, notify, subscribe } from "./notice.ts";

/** Long enough to read it, to find the button by keyboard, and to press it (WCAG 2.2.1). */
const SHOWN_MS = 20_000;

/** The place at the foot of the page where notices appear. Always in the page, so that a screen reader listens to it. */
export function Notices() {
  const notice = useSyncExternalStore(subscribe, currentNotice);
  return (
    <div className={classes.place} role="status">
      {notice ? <Shown key={notice.id} notice={notice} /> : null}
    </div>
  );
}

function Shown({ notice: { id, text, undo } }: { readonly notice: Notice }) {
  const { hovered, ref: hover } = useHover<HTMLDivElement>();
  const { focused, ref: focus } = useFocusWithin<HTMLDivElement>();
  const ref = useMergedRef(hover, focus);
  const isHeld = hovered || focused;
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(() => dismiss(id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [id, isHeld]);
  return (
    <div className={classes.notice} ref={ref}>
      <p className={classes.text}>{text}</p>
      {undo ? (
        <Button variant="default" size="xs" onClick={() => void takeBack(id, undo)}>
          {words.notice.undo}
        </Button>
      ) : null}
      <ActionIcon variant="subtle" color="gray" aria-label={words.notice.close} onClick={() => dismiss(id)}>
        <Icon name="cross" size={16} />
      </ActionIcon>
    </div>
  );
}

async function takeBack(id: number, undo: () => void | Promise<void>): Promise<void> {
  dismiss(id);
  try {
    await undo();
    notify({ text: words.notice.undone });
  } catch (error) {
    const { summary, next, code } = toAppError(error);
    notify({ text: `${summary} ${next} (${code})` });
  }
}
