// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { acts, officerRoles } from "#sdk/agency/index.ts";
import type { FundRecipient } from "#sdk/funds/desk/index.ts";
import { tryAndPropose, useOpenActs } from "../../shared/acts/index.ts";
import { LEDGER_KEY } from "../../shared/api/index.ts";
import { useSuite } from "../../shared/ledger/index.ts";
import { TextLink } from "../../shared/ui/index.ts";
import { useWallet } from "../../shared/wallet/index.ts";
import { DocumentField, type HashedDocument } from "./DocumentField.tsx";
import { Doing } from "./Doing.tsx";
import type { FundView } from "./useFund.ts";
import { words } from "./words/index.ts";

const text = words.officers.source;

interface SourcePartProps {
  readonly view: FundView;
  readonly recipient: FundRecipient;
}

/** A recipient takes a fund's money only once two officers of its own agency have recorded the fund as a source. */
export function SourcePart({ view, recipient }: SourcePartProps) {
  const { data: isFinance = false } = useIsFinance(recipient);
  const { data: waiting } = useOpenActs(recipient);
  const { address } = view.handle;
  const isProposed =
    waiting?.some(({ name, args }) => name === "recordSource" && args.source === address) ?? false;
  return (
    <>
      <p>{text.why(recipient.name)}</p>
      <p>
        <RecipientLink recipient={recipient} />
      </p>
      {isProposed ? <p>{text.isProposed}</p> : null}
      {isFinance && !isProposed ? <RecordForm view={view} recipient={recipient} /> : null}
      {isFinance || isProposed ? null : <p>{text.whose}</p>}
    </>
  );
}

function RecordForm({ view, recipient }: SourcePartProps) {
  const [document, setDocument] = useState<HashedDocument>();
  return (
    <>
      <DocumentField label={text.document} value={document} onChange={setDocument} />
      <Doing
        name={`record-${recipient.address}`}
        label={text.run}
        done={words.proposed}
        disabled={document === undefined}
        build={({ suite, officer }) =>
          // Agreements and programmes record a source by the same call.
          tryAndPropose(
            suite,
            recipient.address,
            acts.recordSource(view.handle.address, document?.hash ?? ""),
            officer.address,
          )
        }
      />
    </>
  );
}

function RecipientLink({ recipient: { kind, address } }: { readonly recipient: FundRecipient }) {
  return kind === "programme" ? (
    <TextLink to="/console/programmes/$address" params={{ address }}>
      {text.open.programme}
    </TextLink>
  ) : (
    <TextLink to="/console/agreements/$address" params={{ address }}>
      {text.open.agreement}
    </TextLink>
  );
}

/** Whether whoever is connected is Finance of the agency that the recipient is of. */
function useIsFinance({ organisation }: FundRecipient) {
  const suite = useSuite();
  const { address } = useWallet();
  return useQuery({
    queryKey: [LEDGER_KEY, "is-finance", organisation, address],
    queryFn: async () => (await officerRoles(suite, organisation, address ?? "")).includes("Finance"),
    enabled: address !== undefined,
  });
}
