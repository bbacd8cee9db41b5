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
          <MoneyPart view={view} />
          <MilestonesPart view={view} />
          <TermsPart view={view} />
          <PaymentsPart view={view} />
          <EndPart view={view} />
        </>
      )}
    </AgreementFrame>
  );
}
