// SPDX-License-Identifier: Apache-2.0

import { getRouteApi } from "@tanstack/react-router";
import { Loaded } from "../../../shared/desk/index.ts";
import { appError, ErrorNote } from "../../../shared/errors/index.ts";
import { Page } from "../../../shared/layout/index.ts";
import { NeedsOffice } from "../../../shared/office/index.ts";
import { NeedsOfficer } from "../../../shared/wallet/index.ts";
import { AgreementPath } from "../AgreementFrame.tsx";
import { useAgreement } from "../useAgreement.ts";
import { words } from "../words/index.ts";
import { amendmentOf, emptyContent } from "./content.ts";
import { Drafting } from "./Drafting.tsx";
import { contentOf, useKeptDraft } from "./useDraft.ts";

const route = getRouteApi("/console/agreements/new");
const text = words.draft;

/** Officers of the agency write terms: of a new agreement, or an amendment of one. */
export function NewAgreementPage() {
  const { draft, agreement } = route.useSearch();
  return (
    <Page
      title={agreement === undefined ? text.title : text.amendment}
      above={<AgreementPath />}
      intro={<p>{text.intro}</p>}
    >
      <NeedsOfficer as={["Administrator", "Preparer", "Finance"]}>
        <NeedsOffice>
          <Begin key={`${draft} ${agreement}`} draft={draft} agreement={agreement} />
        </NeedsOffice>
      </NeedsOfficer>
    </Page>
  );
}

interface BeginProps {
  readonly draft: string | undefined;
  readonly agreement: string | undefined;
}

function Begin({ draft, agreement }: BeginProps) {
  if (draft !== undefined) return <Kept id={draft} />;
  return agreement === undefined ? <Drafting first={emptyContent()} /> : <Amending agreement={agreement} />;
}

function Kept({ id }: { readonly id: string }) {
  const query = useKeptDraft(id);
  return (
    <Loaded query={query}>
      {(kept) => {
        const content = contentOf(kept);
        if (content === undefined) return <ErrorNote error={appError("other-draft")} />;
        return kept.agreement === null ? (
          <Drafting first={content} kept={kept} />
        ) : (
          <WithAgreement address={kept.agreement}>
            {(view) => <Drafting first={content} kept={kept} view={view} />}
          </WithAgreement>
        );
      }}
    </Loaded>
  );
}

function Amending({ agreement }: { readonly agreement: string }) {
  return (
    <WithAgreement address={agreement}>
      {(view) => {
        const { handle, terms } = view;
        const inForce = terms.signed.at(-1);
        const first =
          inForce === undefined
            ? {
                ...emptyContent(),
                title: handle.title,
                partner: String(handle.partner),
                asset: handle.asset,
                currency: handle.currency.code,
              }
            : amendmentOf(handle, inForce.terms, view.agreement.milestones);
        return <Drafting first={first} view={view} />;
      }}
    </WithAgreement>
  );
}

interface WithAgreementProps {
  readonly address: string;
  readonly children: (view: NonNullable<ReturnType<typeof useAgreement>["data"]>) => React.ReactNode;
}

function WithAgreement({ address, children }: WithAgreementProps) {
  const query = useAgreement(address);
  return <Loaded query={query}>{children}</Loaded>;
}
