// SPDX-License-Identifier: Apache-2.0

import { documentHash } from "#sdk/agency/index.ts";
import { FileDrop, HexValue } from "../../shared/ui/index.ts";
import classes from "./fundDesk.module.css";
import { words } from "./words/index.ts";

const text = words.document;

/** A document that was dropped: its name for the reader, its fingerprint for the ledger. */
export interface HashedDocument {
  readonly name: string;
  readonly hash: string;
}

interface DocumentFieldProps {
  readonly label: string;
  readonly value: HashedDocument | undefined;
  readonly onChange: (document: HashedDocument) => void;
}

/** The document by which something is decided. It stays in the browser; only its fingerprint goes onto the ledger. */
export function DocumentField({ label, value, onChange }: DocumentFieldProps) {
  return (
    <>
      <FileDrop
        label={label}
        hint={text.hint}
        onFile={(file) => {
          void file
            .arrayBuffer()
            .then((bytes) => onChange({ name: file.name, hash: documentHash(new Uint8Array(bytes)) }));
        }}
      />
      {value === undefined ? null : (
        <p role="status" className={classes.chosen}>
          {text.chosen(value.name)} <HexValue value={value.hash} what={text.theFingerprint} />
        </p>
      )}
    </>
  );
}
