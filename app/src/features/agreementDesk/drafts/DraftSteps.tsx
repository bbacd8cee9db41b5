// SPDX-License-Identifier: Apache-2.0

import { useNavigate } from "@tanstack/react-router";
import type { Suite } from "#sdk/agency/index.ts";
import { createAgreementCall, encodeTerms, listAgreements, offerTerms } from "#sdk/agreements/index.ts";
import type { Currency } from "#sdk/money/index.ts";
import { tryAndPropose } from "../../../shared/acts/index.ts";
import { appError } from "../../../shared/errors/index.ts";
import { type Officer, useOfficer, useSuite } from "../../../shared/ledger/index.ts";
import { useOffice } from "../../../shared/office/index.ts";
import { Doing } from "../acts/Doing.tsx";
import classes from "../agreementDesk.module.css";
import { TermsComparison } from "../parts/TermsComparison.tsx";
import type { AgreementView } from "../useAgreement.ts";
import { words } from "../words/index.ts";
import type { DraftContent } from "./content.ts";
import { type Fault, type ReadContent, readContent } from "./readContent.ts";
import type { DraftStore } from "./useDraft.ts";

const text = words.draft.next;

interface DraftStepsProps {
  readonly content: DraftContent;
  readonly currency: Currency | undefined;
  readonly store: DraftStore;
  /** Whether the office has what is in the form. */
  readonly isChanged: boolean;
  readonly view: AgreementView | undefined;
}

/** What comes next: fill in, save, have the agreement made, propose the terms. */
export function DraftSteps(props: DraftStepsProps) {
  const { content, currency, view, isChanged } = props;
  const officer = useOfficer();
  const read = readContent(content, (view?.agreement.version ?? 0) + 1, currency);
  if (!("terms" in read)) return <Missing faults={read} />;
  if (isChanged) return <p className={classes.soft}>{text.saveFirst}</p>;
  if (view === undefined) {
    return officer?.has("Administrator") ? (
      <Create {...props} officer={officer} />
    ) : (
      <p className={classes.soft}>{text.needsAdministrator}</p>
    );
  }
  return (
    <>
      <TermsComparison view={view} before={view.terms.signed.at(-1)?.terms} after={read.terms} />
      {officer?.has("Finance") ? (
        <Propose {...props} view={view} read={read} />
      ) : (
        <p className={classes.soft}>{text.needsFinance}</p>
      )}
    </>
  );
}

function Missing({ faults }: { readonly faults: readonly Fault[] }) {
  return (
    <div>
      <p>{text.missing}</p>
      <ul className={classes.lines}>
        {faults.map((fault) => {
          const line =
            fault.field === "milestone" ? text.faults.milestone(fault.milestone) : text.faults[fault.field];
          return <li key={line}>{line}</li>;
        })}
      </ul>
    </div>
  );
}

/** An administrator of the agency makes the agreement on the ledger: parties, token and title, and nothing else yet. */
function Create({ content, store, officer }: DraftStepsProps & { readonly officer: Officer }) {
  const suite = useSuite();
  const navigate = useNavigate();
  const agency = officer.organisation.id;
  const settings = {
    agency,
    partner: Number(content.partner),
    asset: content.asset,
    currency: content.currency,
    title: content.title.trim(),
  };
  const goOn = async () => {
    const address = await madeLast(suite, settings);
    await store.change({ agreement: address });
    const { kept } = store;
    if (kept !== undefined) void navigate({ to: "/console/agreements/new", search: { draft: kept.id } });
  };
  return (
    <Doing
      name="create-agreement"
      label={text.create}
      done={text.created}
      build={() => createAgreementCall(suite, settings)}
      onDone={() => void goOn()}
    />
  );
}

interface Made {
  readonly agency: number;
  readonly partner: number;
  readonly title: string;
}

/** The newest agreement of these parties under this title. */
async function madeLast(suite: Suite, { agency, partner, title }: Made): Promise<string> {
  const all = await listAgreements(suite);
  const made = all.findLast((one) => one.agency === agency && one.partner === partner && one.title === title);
  if (made === undefined) throw appError("agreement-address");
  return made.address;
}

interface ProposeProps extends DraftStepsProps {
  readonly view: AgreementView;
  readonly read: ReadContent;
}

/** Finance proposes the terms to an approver; their papers go to the office first. */
function Propose({ view: { handle }, read, store }: ProposeProps) {
  const { client } = useOffice();
  const navigate = useNavigate();
  return (
    <Doing
      name={`offer-${handle.address}`}
      label={text.propose}
      done={text.proposed}
      build={async ({ suite, officer }) => {
        for (const { hash, name, bytes } of read.papers) {
          await client.putAgreementFile(handle.address, { hash, name, content: new Blob([bytes]) });
        }
        return tryAndPropose(suite, handle.address, offerTerms(encodeTerms(read.terms)), officer.address);
      }}
      onDone={() => {
        void store.change({ state: "offered" });
        void navigate({
          to: "/console/agreements/$address",
          params: { address: handle.address },
          hash: "acts",
        });
      }}
    />
  );
}
