// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { isAddress, toUtf8Bytes } from "ethers";
import { useState } from "react";
import { ledgerCurrency } from "#sdk/agency/suite.ts";
import type { AgreementDraft } from "#sdk/office/index.ts";
import { ErrorNote } from "../../../shared/errors/index.ts";
import { useSuite } from "../../../shared/ledger/index.ts";
import { notify } from "../../../shared/notice/index.ts";
import { Section } from "../../../shared/ui/index.ts";
import classes from "../agreementDesk.module.css";
import type { AgreementView } from "../useAgreement.ts";
import { words } from "../words/index.ts";
import { ConductFields } from "./ConductFields.tsx";
import type { DraftContent } from "./content.ts";
import { DocumentsField } from "./DocumentsField.tsx";
import { DraftSteps } from "./DraftSteps.tsx";
import { MilestoneRows } from "./MilestoneRows.tsx";
import { PartiesFields } from "./PartiesFields.tsx";
import { useDraftStore } from "./useDraft.ts";

const text = words.draft;

interface DraftingProps {
  readonly first: DraftContent;
  readonly kept?: AgreementDraft;
  /** The agreement that the terms are of, once it exists. */
  readonly view?: AgreementView;
}

/** The form of an agreement's terms, kept at the office, and what comes next with it. */
export function Drafting({ first, kept, view }: DraftingProps) {
  const [content, setContent] = useState(first);
  const [isChanged, setIsChanged] = useState(kept === undefined);
  const store = useDraftStore(kept);
  const currency = useCurrency(content);
  const change = (part: Partial<DraftContent>) => {
    setContent((before) => ({ ...before, ...part }));
    setIsChanged(true);
  };
  const saving = useMutation({
    mutationFn: () => store.save(content, view?.handle.address),
    onSuccess: () => {
      setIsChanged(false);
      notify({ text: text.saved });
    },
  });
  return (
    <>
      <Section title={text.parties.title} hint={text.parties.hint}>
        {() => (
          <div className={classes.padded}>
            <PartiesFields content={content} isFixed={view !== undefined} onChange={change} />
          </div>
        )}
      </Section>
      <Section title={text.milestones.title} hint={text.milestones.hint}>
        {() => (
          <div className={classes.padded}>
            <MilestoneRows
              milestones={content.milestones}
              currency={currency}
              onChange={(milestones) => change({ milestones })}
            />
          </div>
        )}
      </Section>
      <Section title={text.conduct.title} hint={text.conduct.hint}>
        {() => (
          <div className={classes.padded}>
            <ConductFields content={content} onChange={change} />
          </div>
        )}
      </Section>
      <Section title={text.documents.title} hint={text.documents.hint}>
        {() => (
          <div className={classes.padded}>
            <DocumentsField content={content} onChange={change} />
          </div>
        )}
      </Section>
      <Section title={text.next.title} hint={text.next.hint}>
        {() => (
          <div className={classes.padded}>
            <div>
              <Button variant="default" loading={saving.isPending} onClick={() => saving.mutate()}>
                {text.save}
              </Button>
            </div>
            {saving.error ? <ErrorNote error={saving.error} /> : null}
            <DraftSteps
              content={content}
              currency={currency}
              store={store}
              isChanged={isChanged}
              view={view}
            />
          </div>
        )}
      </Section>
    </>
  );
}

/** What the chosen token counts in; undefined while there is none at the address. */
function useCurrency({ asset, currency }: DraftContent) {
  const suite = useSuite();
  const { data } = useQuery({
    queryKey: ["token", asset, currency],
    queryFn: () => ledgerCurrency(suite, { asset, currency: toHex(currency) }),
    enabled: isAddress(asset) && /^[A-Z]{3}$/.test(currency),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return data;
}

function toHex(code: string): string {
  return `0x${[...toUtf8Bytes(code)].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
