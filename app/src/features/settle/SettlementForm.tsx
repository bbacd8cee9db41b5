// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useState } from "react";
import type { CycleLedger, ProgrammeHandle, ShopDetail } from "#sdk/agency/index.ts";
import { Section } from "../../shared/ui/index.ts";
import { NeedsOfficer } from "../../shared/wallet/index.ts";
import { PaymentForm } from "./PaymentForm.tsx";
import { StatementField } from "./StatementField.tsx";
import classes from "./settle.module.css";
import type { ReadStatement } from "./statementAt.ts";
import { useKeptStatement } from "./useKeptStatement.ts";
import { words } from "./words/index.ts";

const text = words.form;

interface SettlementFormProps {
  readonly programme: ProgrammeHandle;
  readonly shop: ShopDetail;
  readonly ledger: CycleLedger;
  /** Fingerprint of the statement that the reconciliation put on record, when the officer comes from there. */
  readonly recorded: string | undefined;
  readonly onCancel: () => void;
}

/** First the statement, then what is paid for it. */
export function SettlementForm({ programme, shop, ledger, recorded, onCancel }: SettlementFormProps) {
  const place = { programme: programme.address, shop: shop.shop, cycle: ledger.cycle };
  const kept = useKeptStatement(recorded, place);
  const [dropped, setDropped] = useState<ReadStatement>();
  const statement = dropped ?? kept;
  return (
    <Section
      title={text.title(shop.code, ledger.cycle)}
      aside={
        <Button variant="default" size="xs" onClick={onCancel}>
          {text.cancel}
        </Button>
      }
    >
      {() => (
        <div className={classes.form}>
          <NeedsOfficer as="Finance">
            <StatementField
              organisation={programme.organisation}
              place={place}
              value={statement}
              onChange={setDropped}
            />
            {statement === undefined ? null : (
              <PaymentForm
                key={statement.hash}
                programme={programme}
                shop={shop}
                ledger={ledger}
                statement={statement}
              />
            )}
          </NeedsOfficer>
        </div>
      )}
    </Section>
  );
}
