// SPDX-License-Identifier: Apache-2.0

import { getRouteApi } from "@tanstack/react-router";
import { FundFrame } from "./FundFrame.tsx";
import { GiftsPart } from "./GiftsPart.tsx";
import { GivePart } from "./GivePart.tsx";
import { MoneyPart } from "./MoneyPart.tsx";
import { NextPart } from "./NextPart.tsx";
import { OfficersPart } from "./OfficersPart.tsx";
import { ProposalsPart } from "./ProposalsPart.tsx";

const route = getRouteApi("/console/funds/$address");

/** One fund: what waits, its money by earmark, giving to it, and what two officers do with it. */
export function FundDeskPage() {
  const { address } = route.useParams();
  return (
    <FundFrame address={address}>
      {(view) => (
        <>
          <NextPart view={view} />
          <ProposalsPart view={view} />
          <MoneyPart view={view} />
          <GivePart view={view} />
          <GiftsPart view={view} />
          <OfficersPart view={view} />
        </>
      )}
    </FundFrame>
  );
}
