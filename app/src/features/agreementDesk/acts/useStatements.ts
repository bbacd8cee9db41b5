// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { type Milestone, storyOf } from "#sdk/agreements/index.ts";
import type { Statement } from "#sdk/office/index.ts";
import { OFFICE_KEY, useOffice } from "../../../shared/office/index.ts";
import type { AgreementView } from "../useAgreement.ts";

/** How often the office is asked whether other monitors have signed. */
const POLL_MS = 15_000;

export function statementsKey(agreement: string) {
  return [OFFICE_KEY, "agreement-statements", agreement] as const;
}

/**
 * What monitors signed of the latest submission of a milestone and nobody has sent yet, oldest first; none for whoever is not signed in.
 */
export function useStatements(
  { handle, story }: Pick<AgreementView, "handle" | "story">,
  { milestone, state, evidence, since }: Milestone,
): readonly Statement[] {
  const { client, state: office } = useOffice();
  const { data = [] } = useQuery({
    queryKey: statementsKey(handle.address),
    queryFn: () => client.listStatements(handle.address),
    enabled: office === "signedIn" && state === "Submitted",
    refetchInterval: POLL_MS,
    retry: false,
  });
  const verified = storyOf(story, milestone).filter(
    (entry) => entry.kind === "verified" && entry.at >= since,
  );
  const isSent = (monitor: string) =>
    verified.some((entry) => entry.kind === "verified" && entry.by.toLowerCase() === monitor.toLowerCase());
  return data.filter(
    (one) =>
      one.milestone === milestone &&
      one.evidence === evidence &&
      one.submittedAt === since &&
      !isSent(one.monitor),
  );
}
