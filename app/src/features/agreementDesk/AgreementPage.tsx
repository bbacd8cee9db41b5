// SPDX-License-Identifier: Apache-2.0

import { getRouteApi } from "@tanstack/react-router";
import { AgreementFrame } from "./AgreementFrame.tsx";
import { EndPart } from "./parts/EndPart.tsx";
import { MilestonesPart } from "./parts/MilestonesPart.tsx";
import { MoneyPart } from "./parts/MoneyPart.tsx";
import { NextPart } from "./parts/NextPart.tsx";
import { PaymentsPart } from "./parts/PaymentsPart.tsx";
import { ProposalsPart } from "./parts/ProposalsPart.tsx";
import { TermsPart } from "./parts/TermsPart.tsx";
import type { AgreementView } from "./useAgreement.ts";

const route = getRouteApi("/console/agreements/$address");

/** One agreement: what waits, its money, its milestones with what everybody does there, its terms, payments. */
export function AgreementPage() {
  const { address } = route.useParams();
  return (
    <AgreementFrame address={address}>
      {(view) => (
        <>
          <NextPart view={view} />
          <ProposalsPart view={view} />
          {isAskedToSign(view) ? <TermsPart view={view} /> : null}
          <MoneyPart view={view} />
          <MilestonesPart view={view} />
          {isAskedToSign(view) ? null : <TermsPart view={view} />}
          <PaymentsPart view={view} />
          <EndPart view={view} />
        </>
      )}
    </AgreementFrame>
  );
}

/** Whoever has to sign terms finds them first. */
function isAskedToSign({ steps }: AgreementView): boolean {
  return steps.some(({ step }) => step === "acceptTerms");
}
