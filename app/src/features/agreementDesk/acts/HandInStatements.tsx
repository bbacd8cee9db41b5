// SPDX-License-Identifier: Apache-2.0

import { type SignedVerification, verifyBySignaturesCall, wouldVerify } from "#sdk/agreements/index.ts";
import type { Statement } from "#sdk/office/index.ts";
import { shorten, showCount } from "../../../shared/format/index.ts";
import classes from "../agreementDesk.module.css";
import type { AgreementView } from "../useAgreement.ts";
import { words } from "../words/index.ts";
import { ActPart } from "./ActPart.tsx";
import { Doing } from "./Doing.tsx";
import type { MilestoneActsProps } from "./milestoneActsProps.ts";
import { useStatements } from "./useStatements.ts";

const text = words.statements;

/** Verifications that monitors signed and that wait at the office: whoever is signed in sends all of them in one transaction. */
export function HandInStatements({ view, milestone }: MilestoneActsProps) {
  const statements = useStatements(view, milestone);
  if (statements.length === 0) return null;
  const { milestone: number, evidence = "", verifications, quorum } = milestone;
  const isEnough = verifications + statements.length >= quorum;
  const place = { agreement: view.handle.address, milestone: number, evidence };
  return (
    <ActPart
      title={text.title}
      hint={text.count(showCount(verifications + statements.length), showCount(quorum))}
    >
      <ul className={classes.lines}>
        {statements.map(({ monitor }) => (
          <li key={monitor}>{text.signedBy(shorten(monitor))}</li>
        ))}
      </ul>
      {isEnough ? null : <p className={classes.soft}>{text.notEnough}</p>}
      <Doing
        name={`hand-in-${number}`}
        label={text.handIn}
        done={isEnough ? text.handedIn : text.handedInSome}
        isQuiet={!isEnough}
        build={async () => verifyBySignaturesCall(place, await goodOf(view, place, statements))}
      />
    </ActPart>
  );
}

/** A monitor who verified by a transaction meanwhile, or is an officer of the partner by now, must not stop the others. */
async function goodOf(
  { handle }: Pick<AgreementView, "handle">,
  place: { readonly milestone: number; readonly evidence: string },
  statements: readonly Statement[],
): Promise<readonly SignedVerification[]> {
  const checks = await Promise.all(statements.map((statement) => wouldVerify(handle, place, statement)));
  const good = statements.filter((_, i) => checks[i]);
  // With none of them the ledger's own answer says why.
  return good.length === 0 ? statements : good;
}
