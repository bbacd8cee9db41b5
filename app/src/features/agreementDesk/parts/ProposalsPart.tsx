// SPDX-License-Identifier: Apache-2.0

import type { OpenAct } from "#sdk/agency/index.ts";
import { AGREEMENT, decodeTerms } from "#sdk/agreements/index.ts";
import { ActSection, useOpenActs } from "../../../shared/acts/index.ts";
import type { AgreementView } from "../useAgreement.ts";
import { words } from "../words/index.ts";
import { TermsComparison } from "./TermsComparison.tsx";

/** What one officer of the agency proposed and another has not approved; terms are shown beside those in force. */
export function ProposalsPart({ view }: { readonly view: AgreementView }) {
  const { handle } = view;
  const { data, error, refetch } = useOpenActs({ address: handle.address, organisation: handle.agency });
  return (
    <ActSection
      title={words.proposals.title}
      acts={data}
      error={error}
      onRetry={() => void refetch()}
      context={{ currency: handle.currency }}
      hidesEmpty
      extra={(act) => <ProposedTerms act={act} view={view} />}
    />
  );
}

function ProposedTerms({ act, view }: { readonly act: OpenAct; readonly view: AgreementView }) {
  if (act.name !== "offerTerms") return null;
  const [terms] = AGREEMENT.decodeFunctionData("offerTerms", act.act);
  return <TermsComparison view={view} before={view.terms.signed.at(-1)?.terms} after={decodeTerms(terms)} />;
}
