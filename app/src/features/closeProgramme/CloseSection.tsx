// SPDX-License-Identifier: Apache-2.0

import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { acts, type ProgrammeHandle } from "#sdk/agency/index.ts";
import { amountOf, type Currency } from "#sdk/money/index.ts";
import { ActButton, ActStatus, useAct } from "../../shared/act/index.ts";
import { tryAndPropose } from "../../shared/acts/index.ts";
import { shorten, showMoney } from "../../shared/format/index.ts";
import { notify } from "../../shared/notice/index.ts";
import { FactGrid, HintLine, Section } from "../../shared/ui/index.ts";
import { NeedsOfficer } from "../../shared/wallet/index.ts";
import type { ClosingItem } from "./checklist.ts";
import classes from "./closeProgramme.module.css";
import type { NamedSource, ProgrammeClosing } from "./readClosing.ts";
import { words } from "./words/index.ts";

const text = words.close;

interface CloseSectionProps {
  readonly programme: ProgrammeHandle;
  readonly closing: ProgrammeClosing;
  readonly items: readonly ClosingItem[];
}

/** What closing does to the money, and the signature for it. */
export function CloseSection({ programme, closing, items }: CloseSectionProps) {
  const { currency } = programme;
  const { free, fees } = closing;
  return (
    <Section title={text.title} hint={text.wait}>
      {() => (
        <>
          <FactGrid
            facts={[
              [text.free, showMoney(free, currency)],
              [text.fees, showMoney(fees, currency)],
              [text.leaves, showMoney(amountOf(free + fees), currency)],
            ]}
          />
          <div className={classes.close}>
            <Signature programme={programme} closing={closing} items={items} />
          </div>
        </>
      )}
    </Section>
  );
}

function Signature({ programme, closing, items }: CloseSectionProps) {
  if (closing.isProposed) return <HintLine icon="check">{text.proposed}</HintLine>;
  if (items.some(({ state }) => state === "blocks")) return <HintLine>{text.blocked}</HintLine>;
  if (closing.sources.length === 0) return <HintLine>{text.noSource}</HintLine>;
  return (
    <NeedsOfficer as="Finance">
      <Proposing programme={programme} sources={closing.sources} />
    </NeedsOfficer>
  );
}

interface ProposingProps {
  readonly programme: ProgrammeHandle;
  readonly sources: readonly NamedSource[];
}

function Proposing({ programme, sources }: ProposingProps) {
  const [chosen, setChosen] = useState("");
  const source = chosen === "" ? (sources[0]?.address ?? "") : chosen;
  const act = useAct({ name: "close-programme", onDone: () => notify({ text: text.proposed }) });
  return (
    <>
      <NativeSelect
        className={classes.field}
        label={text.source}
        description={text.sourceHint}
        data={sources.map((one) => ({ value: one.address, label: labelOf(one, programme.currency) }))}
        value={source}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <div>
        <ActButton
          act={act}
          onRun={({ suite, officer }) =>
            tryAndPropose(suite, programme.address, acts.closeProgramme(source), officer.address)
          }
        >
          {text.propose}
        </ActButton>
      </div>
      <ActStatus act={act} />
    </>
  );
}

function labelOf({ address, fund, brought }: NamedSource, currency: Currency): string {
  return `${fund ?? shorten(address)} · ${words.sources.columns.brought}: ${showMoney(brought, currency)}`;
}
