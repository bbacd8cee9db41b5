// SPDX-License-Identifier: Apache-2.0

import { NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { listProgrammes, readOrganisation, type Suite } from "#sdk/agency/index.ts";
import { listAgreements } from "#sdk/agreements/index.ts";
import { shorten } from "../../../shared/format/index.ts";
import { useSuite } from "../../../shared/ledger/index.ts";
import { words } from "../words/index.ts";
import type { DraftContent } from "./content.ts";
import classes from "./drafts.module.css";

const text = words.draft.parties;

interface PartiesFieldsProps {
  readonly content: DraftContent;
  /** An agreement that exists keeps its partner, its token and its title. */
  readonly isFixed: boolean;
  readonly onChange: (part: Partial<DraftContent>) => void;
}

/** With whom, over which money, and where the partner is paid. */
export function PartiesFields({ content, isFixed, onChange }: PartiesFieldsProps) {
  const suite = useSuite();
  const { data } = useQuery({ queryKey: ["partners-and-tokens"], queryFn: () => readChoices(suite) });
  const partners = data?.partners ?? [];
  const tokens = data?.tokens ?? [];
  return (
    <div className={classes.fields}>
      <TextInput
        label={text.name}
        description={text.nameHint}
        value={content.title}
        disabled={isFixed}
        maxLength={120}
        onChange={({ currentTarget }) => onChange({ title: currentTarget.value })}
      />
      <NativeSelect
        label={text.partner}
        description={text.partnerHint}
        value={content.partner}
        disabled={isFixed}
        data={[
          { value: "", label: text.choose },
          ...partners.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        onChange={({ currentTarget }) => onChange({ partner: currentTarget.value })}
      />
      {isFixed || tokens.length === 0 ? null : (
        <NativeSelect
          label={text.known}
          description={text.knownHint}
          value={tokens.some(({ asset }) => asset === content.asset) ? content.asset : ""}
          data={[
            { value: "", label: text.otherToken },
            ...tokens.map(({ asset, code }) => ({ value: asset, label: `${code}, ${shorten(asset)}` })),
          ]}
          onChange={({ currentTarget }) => {
            const token = tokens.find(({ asset }) => asset === currentTarget.value);
            onChange({ asset: token?.asset ?? "", currency: token?.code ?? "" });
          }}
        />
      )}
      <TextInput
        label={text.asset}
        description={text.assetHint}
        value={content.asset}
        disabled={isFixed}
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget }) => onChange({ asset: currentTarget.value.trim() })}
      />
      <TextInput
        label={text.currency}
        description={text.currencyHint}
        value={content.currency}
        disabled={isFixed}
        maxLength={3}
        autoComplete="off"
        onChange={({ currentTarget }) => onChange({ currency: currentTarget.value.trim().toUpperCase() })}
      />
      <TextInput
        label={text.payout}
        description={text.payoutHint}
        value={content.payout}
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget }) => onChange({ payout: currentTarget.value.trim() })}
      />
    </div>
  );
}

/** Partners in the consortium, and tokens that programmes and agreements pay in already. */
async function readChoices(suite: Suite) {
  const count = Number(await suite.consortium.organisations());
  const ids = Array.from({ length: count }, (_, i) => i + 1);
  const [organisations, programmes, agreements] = await Promise.all([
    Promise.all(ids.map((id) => readOrganisation(suite, id))),
    listProgrammes(suite),
    listAgreements(suite),
  ]);
  const found = [...programmes, ...agreements].map(({ asset, currency }) => [asset, currency.code] as const);
  return {
    partners: organisations.filter(({ kind, isSuspended }) => kind === "Partner" && !isSuspended),
    tokens: [...new Map(found)].map(([asset, code]) => ({ asset, code })),
  };
}
