// SPDX-License-Identifier: Apache-2.0

import { ErrorNote } from "../../shared/errors/index.ts";
import { useHouseholdEnvelope } from "../../shared/households/index.ts";
import { LoadingRows } from "../../shared/list/index.ts";
import { Section } from "../../shared/ui/index.ts";
import { NeedsOfficer } from "../../shared/wallet/index.ts";
import { ChangePassphrase } from "./ChangePassphrase.tsx";
import classes from "./officeDesk.module.css";
import { SetUpKey } from "./SetUpKey.tsx";
import { words } from "./words/index.ts";

const text = words.envelope;
const KEEPERS = ["Administrator", "Custodian"] as const;

/** The key of the household data: made once, its passphrase changed now and then. */
export function EnvelopeSection() {
  const envelope = useHouseholdEnvelope();
  return (
    <Section title={text.title} hint={text.hint}>
      {() => (
        <div className={classes.body}>
          {envelope.state === "loading" ? <LoadingRows /> : null}
          {envelope.state === "failed" ? <ErrorNote error={envelope.error} /> : null}
          {envelope.state === "missing" ? (
            <>
              <p>
                <strong>{text.missing}.</strong> {text.missingHint}
              </p>
              <NeedsOfficer as={KEEPERS}>
                <SetUpKey setUp={envelope.setUp} />
              </NeedsOfficer>
            </>
          ) : null}
          {envelope.state === "present" ? (
            <>
              <p>{text.present}</p>
              <details className={classes.fold}>
                <summary>{text.change}</summary>
                <NeedsOfficer as={KEEPERS}>
                  <ChangePassphrase change={envelope.change} />
                </NeedsOfficer>
              </details>
            </>
          ) : null}
        </div>
      )}
    </Section>
  );
}
