// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useState } from "react";
import { ErrorNote } from "../../../shared/errors/index.ts";
import { showBytes } from "../../../shared/format/index.ts";
import { useOffice } from "../../../shared/office/index.ts";
import { FileDrop, HexValue, Icon } from "../../../shared/ui/index.ts";
import classes from "../agreementDesk.module.css";
import { words } from "../words/index.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { saveFile } from "./saveFile.ts";
import { useAgreementFiles } from "./useFiles.ts";

const text = words.files;

/** How a file compares with the fingerprint on the ledger. */
export type Comparison = "same" | "different" | "missing";

interface EvidenceCheckProps {
  readonly agreement: string;
  /** keccak256 that the ledger has. */
  readonly hash: string;
  readonly onCompared: (comparison: Comparison) => void;
}

/** Fetches the file from the office, or takes the reader's own copy, and compares its fingerprint with the one on the ledger. */
export function EvidenceCheck({ agreement, hash, onCompared }: EvidenceCheckProps) {
  const { client, state: office } = useOffice();
  const files = useAgreementFiles(agreement);
  const [result, setResult] = useState<Comparison>();
  const [content, setContent] = useState<Blob>();
  const [error, setError] = useState<unknown>();
  const [isBusy, setIsBusy] = useState(false);
  const known = files.get(hash);

  const tell = (comparison: Comparison) => {
    setResult(comparison);
    onCompared(comparison);
  };
  const compare = async (read: () => Promise<Blob | null>) => {
    setIsBusy(true);
    setError(undefined);
    try {
      const found = await read();
      setContent(found ?? undefined);
      if (found === null) tell("missing");
      else tell((await fingerprintOf(found)) === hash ? "same" : "different");
    } catch (caught) {
      setError(caught);
    } finally {
      setIsBusy(false);
    }
  };
  const fetchIt = async () => {
    const bytes = await client.readAgreementFile(agreement, hash);
    return bytes === null ? null : new Blob([bytes]);
  };

  return (
    <div className={classes.check}>
      <p>
        {text.onLedger} <HexValue value={hash} what={text.theFingerprint} />
        {known === undefined ? null : (
          <>
            {" "}
            {text.named(known.name)} <span className={classes.soft}>{showBytes(known.size)}</span>
          </>
        )}
      </p>
      <div className={classes.buttons}>
        {office === "signedIn" ? (
          <Button variant="default" loading={isBusy} onClick={() => void compare(fetchIt)}>
            {text.fetch}
          </Button>
        ) : (
          <span className={classes.soft}>{text.signInToFetch}</span>
        )}
        {result === "same" && content !== undefined ? (
          <Button variant="default" onClick={() => saveFile(content, known?.name ?? `${hash}.bin`)}>
            {text.save}
          </Button>
        ) : null}
      </div>
      <details>
        <summary>{text.ownCopy}</summary>
        <FileDrop label={text.dropCopy} onFile={(file) => void compare(async () => file)} />
      </details>
      <div role="status">{result === undefined ? null : <Verdict result={result} />}</div>
      {error === undefined ? null : <ErrorNote error={error} />}
    </div>
  );
}

function Verdict({ result }: { readonly result: Comparison }) {
  return (
    <p className={classes.verdict} data-result={result}>
      <Icon name={result === "same" ? "check" : "alert"} />
      {text.results[result]}
    </p>
  );
}
