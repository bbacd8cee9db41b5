// SPDX-License-Identifier: Apache-2.0

import { Button, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { config } from "../../shared/config/index.ts";
import { Section } from "../../shared/ui/index.ts";
import { faultOfNode } from "./node.ts";
import classes from "./verify.module.css";
import { words } from "./words/index.ts";

const text = words.node;

interface NodeFormProps {
  readonly isRunning: boolean;
  readonly hasRun: boolean;
  readonly onStart: (rpcUrl: string) => void;
  readonly onStop: () => void;
}

/** Which node to ask, and the one button. */
export function NodeForm({ isRunning, hasRun, onStart, onStop }: NodeFormProps) {
  const { chain } = config();
  const [rpcUrl, setRpcUrl] = useState(chain.rpcUrl);
  const [isTried, setIsTried] = useState(false);
  const fault = faultOfNode(rpcUrl, window.location.protocol);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setIsTried(true);
    if (fault === undefined) onStart(rpcUrl.trim());
  };
  return (
    <Section title={text.title} hint={text.hint}>
      {() => (
        <form className={classes.form} onSubmit={submit} noValidate>
          <p className={classes.soft}>{text.chain(chain.name, String(chain.id))}</p>
          <TextInput
            label={text.label}
            type="url"
            inputMode="url"
            dir="ltr"
            autoComplete="off"
            spellCheck={false}
            value={rpcUrl}
            disabled={isRunning}
            description={rpcUrl.trim() === chain.rpcUrl ? text.sameAsSite : "\u00a0"}
            error={isTried && fault !== undefined ? whatNow(fault) : undefined}
            onChange={(event) => setRpcUrl(event.currentTarget.value)}
          />
          <div className={classes.buttons}>
            {isRunning ? (
              // A button of its own: one that turned into the other while it is pressed would send the form at once.
              <Button key="stop" type="button" variant="default" onClick={onStop}>
                {text.stop}
              </Button>
            ) : (
              <Button key="start" type="submit">
                {hasRun ? text.again : text.start}
              </Button>
            )}
          </div>
        </form>
      )}
    </Section>
  );
}

function whatNow(fault: keyof typeof words.errors): string {
  const { summary, next } = words.errors[fault];
  return `${summary} ${next}`;
}
