// SPDX-License-Identifier: Apache-2.0

import { Button, Loader } from "@mantine/core";
import type { ReactNode } from "react";
import { config } from "../config/index.ts";
import { type AppError, ErrorNote } from "../errors/index.ts";
import { HexValue } from "../ui/HexValue.tsx";
import { Icon } from "../ui/Icon.tsx";
import { isWalletError } from "../wallet/errors.ts";
import { SwitchChain } from "../wallet/SwitchChain.tsx";
import classes from "./ActStatus.module.css";
import type { ActState, Step } from "./state.ts";
import type { Act } from "./useAct.ts";
import { words } from "./words/index.ts";

/** Where an act stands, in words, and what the officer can do about it. Read aloud as it changes. */
export function ActStatus({ act }: { readonly act: Act }) {
  const { state } = act;
  return (
    <div className={classes.root}>
      <div role="status">
        <Progress act={act} />
      </div>
      {state.kind === "failed" ? <Failure error={state.error} onSwitched={act.putAway} /> : null}
    </div>
  );
}

function Progress({ act }: { readonly act: Act }) {
  const { state } = act;
  switch (state.kind) {
    case "idle":
    case "failed":
      return null;
    case "checking":
      return <Line mark={<Loader size={16} />}>{stepWords(state.step) + words.checking}</Line>;
    case "signing":
    case "waiting":
    case "handedOver":
      return <OnItsWay state={state} onStop={act.putAway} />;
    case "more":
      return (
        <Line
          mark={<Icon name="check" />}
          aside={
            <Button size="xs" onClick={act.goOn}>
              {words.goOn}
            </Button>
          }
        >
          {words.more(state.step.number, state.step.of)}
        </Line>
      );
    case "done":
      return (
        <Line kind="done" mark={<Icon name="check" />}>
          {words.done}
        </Line>
      );
    case "declined":
      return <Line mark={<Icon name="info" />}>{words.declined}</Line>;
  }
}

type OnItsWayState = Extract<ActState, { kind: "signing" | "waiting" | "handedOver" }>;

function OnItsWay({ state, onStop }: { readonly state: OnItsWayState; readonly onStop: () => void }) {
  const canStop = state.kind === "handedOver" || (state.kind === "signing" && state.isLong);
  return (
    <Line
      mark={<Loader size={16} />}
      aside={
        canStop ? (
          <Button variant="default" size="xs" title={words.stopWaitingHint} onClick={onStop}>
            {words.stopWaiting}
          </Button>
        ) : null
      }
    >
      {stepWords(state.step)}
      {sentenceOf(state)}
      {state.kind === "waiting" ? <Transaction hash={state.hash} /> : null}
      {state.isBlind ? ` ${words.blind}` : null}
    </Line>
  );
}

function sentenceOf(state: OnItsWayState): string {
  if (state.kind === "signing") return state.isLong ? words.signingLong : words.signing;
  return words[state.kind];
}

function Transaction({ hash }: { readonly hash: string }) {
  const { explorerUrl } = config().chain;
  return (
    <>
      {" "}
      <HexValue value={hash} what={words.theTransaction} />
      {explorerUrl ? (
        <a href={`${explorerUrl.replace(/\/$/, "")}/tx/${hash}`} target="_blank" rel="noreferrer">
          {words.seeTransaction}
        </a>
      ) : null}
    </>
  );
}

/** A wallet on another chain is put right with one button; what failed for another reason is said with its number. */
function Failure({ error, onSwitched }: { readonly error: AppError; readonly onSwitched: () => void }) {
  return (
    <div className={classes.failed}>
      <ErrorNote error={error} />
      {isWalletError(error, "wrongChain") ? <SwitchChain onSwitched={onSwitched} /> : null}
    </div>
  );
}

interface LineProps {
  readonly mark: ReactNode;
  readonly kind?: "done";
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

function Line({ mark, kind, aside, children }: LineProps) {
  return (
    <div className={classes.line}>
      <span className={classes.mark} data-kind={kind} aria-hidden="true">
        {mark}
      </span>
      <p className={classes.text}>{children}</p>
      {aside}
    </div>
  );
}

function stepWords({ number, of }: Step): string {
  return of > 1 ? words.step(number, of) : "";
}
