// SPDX-License-Identifier: Apache-2.0

import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { type FundPot, releaseEarmark } from "#sdk/funds/desk/index.ts";
import { tryAndPropose } from "../../shared/acts/index.ts";
import { showMoney } from "../../shared/format/index.ts";
import { DocumentField, type HashedDocument } from "./DocumentField.tsx";
import { Doing } from "./Doing.tsx";
import classes from "./fundDesk.module.css";
import type { FundView } from "./useFund.ts";
import { words } from "./words/index.ts";

const text = words.officers.release;

interface ReleaseFormProps {
  readonly view: FundView;
  /** Of closed recipients, with something in them. */
  readonly pots: readonly FundPot[];
}

/** Free what is earmarked for a recipient that can never take it, by a document such as the donors' consent. */
export function ReleaseForm({ view: { handle }, pots }: ReleaseFormProps) {
  const options = pots.flatMap(({ recipient, balance }) =>
    recipient === undefined
      ? []
      : [{ value: recipient.address, label: text.of(recipient.name, showMoney(balance, handle.currency)) }],
  );
  const [chosen, setChosen] = useState(options[0]?.value ?? "");
  const [document, setDocument] = useState<HashedDocument>();
  return (
    <>
      <NativeSelect
        className={classes.field}
        label={text.recipient}
        data={options}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <DocumentField label={text.document} value={document} onChange={setDocument} />
      <Doing
        name="release"
        label={words.propose}
        done={text.proposed}
        disabled={document === undefined}
        build={({ suite, officer }) =>
          tryAndPropose(suite, handle.address, releaseEarmark(chosen, document?.hash ?? ""), officer.address)
        }
      />
    </>
  );
}
