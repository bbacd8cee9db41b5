// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { countOf, showAgo, showCount } from "../format/index.ts";
import { Icon } from "../ui/Icon.tsx";
import { words } from "../words/index.ts";
import { type Freshness, judgeFreshness, type Polled } from "./freshness.ts";
import classes from "./StaleBanner.module.css";
import { useLedger } from "./useLedger.ts";
import { useNow } from "./useNow.ts";

const STEP_MS = 5_000;
const MS_A_SECOND = 1000;

/** Says so when the figures on the screen may no longer be those of the ledger. Present, but empty, while all is well. */
export function StaleBanner() {
  const queryClient = useQueryClient();
  const now = useNow(STEP_MS);
  const ledger = useLedger();
  const freshness = judgeFreshness(ledger, now);
  const sentence = staleSentence(freshness, ledger, now);
  return (
    <div role="status">
      {sentence === undefined ? null : (
        <div className={classes.banner}>
          <Icon name="alert" size={20} />
          <p className={classes.text}>
            <strong>
              {freshness.kind === "snapshot" ? words.live.snapshotTitle : words.live.staleTitle}.
            </strong>{" "}
            {sentence}
          </p>
          <Button variant="default" size="xs" onClick={() => void queryClient.refetchQueries()}>
            {words.tryAgain}
          </Button>
        </div>
      )}
    </div>
  );
}

function staleSentence(freshness: Freshness, { status }: Polled, now: number): string | undefined {
  if (status === undefined) return undefined;
  const block = showCount(status.indexedTo?.number ?? 0);
  if (freshness.kind === "silent" && freshness.since !== undefined) {
    return words.live.staleNoAnswer(block, showAgo(freshness.since, now));
  }
  if (freshness.kind === "stuck") return words.live.staleStuck(block, freshness.problem);
  if (freshness.kind === "snapshot") {
    const say = freshness.isInstead ? words.live.snapshotInstead : words.live.snapshot;
    return say(block, showAgo(freshness.writtenAt * MS_A_SECOND, now));
  }
  if (freshness.kind === "behind")
    return words.live.staleLag(block, countOf(freshness.blocks, words.live.block));
  return undefined;
}
