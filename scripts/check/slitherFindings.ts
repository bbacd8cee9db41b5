// SPDX-License-Identifier: Apache-2.0

/** A finding in Slither's report. */
export interface Finding {
  readonly check: string;
  readonly impact: string;
  readonly description: string;
}

/** A row of docs/slither.md: why a finding is no fault. */
export interface Reason {
  readonly check: string;
  /** The function that it is in, as the finding writes it: `Budget.balances()`. */
  readonly place: string;
}

const ROW = /^\| `([\w-]+)` \| `([^`]+)` \| \S.* \|$/gm;

export function readReasons(page: string): Reason[] {
  return [...page.matchAll(ROW)].map(([, check = "", place = ""]) => ({ check, place }));
}

/** Findings without a reason, and reasons without a finding. */
export function sortFindings(
  findings: readonly Finding[],
  reasons: readonly Reason[],
): { open: Finding[]; stale: Reason[] } {
  const isAbout = (finding: Finding, reason: Reason): boolean =>
    finding.check === reason.check && finding.description.includes(reason.place);
  return {
    open: findings.filter((finding) => !reasons.some((reason) => isAbout(finding, reason))),
    stale: reasons.filter((reason) => !findings.some((finding) => isAbout(finding, reason))),
  };
}
