// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import type { ActingOfficer, OpenAct } from "#sdk/agency/index.ts";
import { ErrorNote } from "../errors/index.ts";
import { LoadingRows } from "../list/index.ts";
import { Empty, Section } from "../ui/index.ts";
import classes from "./ActCard.module.css";
import { ActCard } from "./ActCard.tsx";
import type { ActContext } from "./showFact.tsx";
import { actKey, useShownActs } from "./useShownActs.ts";
import { words } from "./words/index.ts";

/** Where pages lead to that point at the acts of another page. */
const ACTS_ANCHOR = "acts";

interface ActSectionProps {
  readonly title: string;
  /** Undefined while they are being read. */
  readonly acts: readonly OpenAct[] | undefined;
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly context: ActContext | ((act: OpenAct) => ActContext);
  readonly hidesEmpty: boolean;
  /** What else the approver of an act should compare. */
  readonly extra?: (act: OpenAct) => ReactNode;
  /** Whoever decides, where the acts are not of the console's own organisation. */
  readonly officer?: ActingOfficer | undefined;
}

/** A panel of proposals, with its four states. */
export function ActSection({ title, acts, error, onRetry, context, hidesEmpty, ...rest }: ActSectionProps) {
  const { extra, officer } = rest;
  const { shown, noteActed } = useShownActs(acts);
  const isEmpty = shown === undefined || shown.length === 0;
  if (hidesEmpty && isEmpty && !error) return null;
  return (
    <Section title={title} hint={words.list.hint} anchor={ACTS_ANCHOR}>
      {() => (
        <>
          {isEmpty ? null : (
            <div className={classes.list}>
              {shown.map(({ act, isOpen }) => (
                <ActCard
                  key={actKey(act)}
                  act={act}
                  context={typeof context === "function" ? context(act) : context}
                  isOpen={isOpen}
                  onActed={noteActed}
                  officer={officer}
                >
                  {extra?.(act)}
                </ActCard>
              ))}
            </div>
          )}
          {shown?.length === 0 ? <Empty title={words.list.empty}>{words.list.emptyHint}</Empty> : null}
          {shown === undefined && !error ? <LoadingRows /> : null}
          {error ? (
            <div className={classes.error}>
              <ErrorNote error={error} onRetry={onRetry} />
            </div>
          ) : null}
        </>
      )}
    </Section>
  );
}
