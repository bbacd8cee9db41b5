// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { isDocumentRecorded, type ProgrammeHandle, recordDocumentCall } from "#sdk/agency/index.ts";
import { ActButton, ActStatus, useAct } from "../../shared/act/index.ts";
import { LEDGER_KEY } from "../../shared/api/index.ts";
import { useSuite } from "../../shared/ledger/index.ts";
import { SignInHere, useOffice } from "../../shared/office/index.ts";
import { HexValue, Icon, Section, TextLink } from "../../shared/ui/index.ts";
import { NeedsOfficer } from "../../shared/wallet/index.ts";
import type { Compared } from "./messages.ts";
import classes from "./reconcile.module.css";
import { saveFile } from "./saveFile.ts";
import { words } from "./words/index.ts";

const text = words.record;

interface RecordStatementProps {
  readonly programme: ProgrammeHandle;
  readonly compared: Compared;
}

/** The result as a document: kept at the office, its fingerprint put on the ledger, then settled. */
export function RecordStatement({ programme, compared }: RecordStatementProps) {
  const suite = useSuite();
  const { client, state: office } = useOffice();
  const act = useAct({ name: "record-statement" });
  const { bytes, hash } = compared.document;
  const { shop, cycle } = compared.result.scope;
  const { data: isRecorded } = useQuery({
    queryKey: [LEDGER_KEY, "recorded", hash, programme.organisation],
    queryFn: () => isDocumentRecorded(suite, hash, programme.organisation),
  });

  async function record() {
    // The office keeps the file that the fingerprint is of; without the office the officer's own copy has to do.
    if (office === "signedIn") await client.putDocument(hash, bytes);
    return recordDocumentCall(suite, {
      organisation: programme.organisation,
      hash,
      kind: "Statement",
      subject: programme.address,
    });
  }

  return (
    <Section title={text.title} hint={text.hint}>
      {() => (
        <>
          <p className={classes.note}>
            {text.fingerprint} <HexValue value={hash} what={text.theFingerprint} />
          </p>
          <div className={classes.actions}>
            {isRecorded ? (
              <>
                <p role="status">
                  <Icon name="check" size={16} /> {text.done}
                </p>
                <TextLink
                  to="/console/programmes/$address/settle"
                  params={{ address: programme.address }}
                  search={{ shop, cycle: Number(cycle), statement: hash }}
                >
                  {text.settle}
                </TextLink>
              </>
            ) : (
              <NeedsOfficer as={["Finance", "Preparer", "Approver"]}>
                {office === "signedOut" ? (
                  <SignInHere why={text.needsOffice} />
                ) : (
                  <ActButton act={act} onRun={record}>
                    {text.button}
                  </ActButton>
                )}
              </NeedsOfficer>
            )}
            <Button
              variant="default"
              onClick={() =>
                saveFile(`statement-shop-${shop}-cycle-${cycle}.json`, bytes, "application/json")
              }
            >
              {text.save}
            </Button>
          </div>
          {!isRecorded && office === "unreachable" ? (
            <p className={classes.note}>{text.withoutOffice}</p>
          ) : null}
          <div className={classes.status}>
            <ActStatus act={act} />
          </div>
        </>
      )}
    </Section>
  );
}
