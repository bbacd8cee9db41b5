// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useState } from "react";
import { FileDrop, HexValue } from "../../../shared/ui/index.ts";
import classes from "../agreementDesk.module.css";
import { fingerprintOf } from "../files/fingerprint.ts";
import { words } from "../words/index.ts";
import type { DraftContent } from "./content.ts";
import own from "./drafts.module.css";

const text = words.draft.documents;

interface DocumentsFieldProps {
  readonly content: DraftContent;
  readonly onChange: (part: Partial<DraftContent>) => void;
}

/** Documents that belong to the agreement, by their fingerprints; the files stay where they are. */
export function DocumentsField({ content: { documents, documentsHash }, onChange }: DocumentsFieldProps) {
  const [isUnreadable, setIsUnreadable] = useState(false);
  const take = async (file: File) => {
    try {
      const hash = await fingerprintOf(file);
      setIsUnreadable(false);
      if (documents.some((one) => one.hash === hash)) return;
      onChange({ documents: [...documents, { title: file.name, hash }] });
    } catch {
      setIsUnreadable(true);
    }
  };
  return (
    <>
      {documents.length === 0 && documentsHash !== "" ? (
        <p className={classes.soft}>
          {text.kept} <HexValue value={documentsHash} what={words.files.theFingerprint} />
        </p>
      ) : null}
      {documents.length === 0 ? null : (
        <ul className={own.documents}>
          {documents.map(({ title, hash }) => (
            <li key={hash}>
              <span>{title}</span> <HexValue value={hash} what={words.files.theFingerprint} />
              <Button
                size="xs"
                variant="default"
                aria-label={text.removeWhat(title)}
                onClick={() => onChange({ documents: documents.filter((one) => one.hash !== hash) })}
              >
                {text.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <FileDrop label={text.drop} hint={text.dropHint} onFile={(file) => void take(file)} />
      {isUnreadable ? <p role="alert">{text.unreadable}</p> : null}
    </>
  );
}
