// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { Icon } from "../ui/Icon.tsx";
import { words } from "../words/index.ts";
import { toAppError } from "./AppError.ts";
import classes from "./ErrorNote.module.css";
import { isEnglishOnly } from "./translate.ts";

interface ErrorNoteProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** What happened, what to do next, and the number under which the documentation has it. */
export function ErrorNote({ error, onRetry }: ErrorNoteProps) {
  const { code, summary, next } = toAppError(error);
  return (
    <div className={classes.root} role="alert">
      <span className={classes.icon}>
        <Icon name="alert" size={20} />
      </span>
      <div className={classes.body}>
        <div {...(isEnglishOnly(code) ? { lang: "en", dir: "ltr" } : {})}>
          <p className={classes.summary}>{summary}</p>
          <p>{next}</p>
        </div>
        <p className={classes.code}>{words.errorNumber(code)}</p>
      </div>
      {onRetry ? (
        <Button variant="default" size="xs" onClick={onRetry}>
          {words.tryAgain}
        </Button>
      ) : null}
    </div>
  );
}
