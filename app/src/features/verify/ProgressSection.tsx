// SPDX-License-Identifier: Apache-2.0

import { Progress } from "@mantine/core";
import { countOf, shareOf, showCount } from "../../shared/format/index.ts";
import { Section } from "../../shared/ui/index.ts";
import type { Verification } from "./useVerification.ts";
import classes from "./verify.module.css";
import { words } from "./words/index.ts";

const text = words.progress;

type Running = Extract<Verification, { readonly kind: "site" | "ledger" }>;

/** How far the check is: answers of the site, then blocks of the ledger. */
export function ProgressSection({ state }: { readonly state: Running }) {
  const share = state.kind === "site" ? 0 : shareOf(BigInt(state.blocksDone), BigInt(state.blocks));
  return (
    <Section title={text.title}>
      {() => (
        <div className={classes.progress}>
          <Progress value={share * 100} aria-label={text.steps} />
          <p>{sentence(state)}</p>
          <p className={classes.soft}>
            {state.kind === "ledger" ? countOf(state.entries, text.entries) : "\u00a0"}
          </p>
        </div>
      )}
    </Section>
  );
}

function sentence(state: Running): string {
  if (state.kind === "site") return text.site(countOf(state.answersRead, text.answers));
  return text.ledger(showCount(state.blocksDone), showCount(state.blocks));
}
