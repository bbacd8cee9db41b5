// SPDX-License-Identifier: Apache-2.0

import { readDescription } from "#sdk/agreements/index.ts";
import { useOffice } from "../../../shared/office/index.ts";
import { HexValue } from "../../../shared/ui/index.ts";
import classes from "../agreementDesk.module.css";
import { words } from "../words/index.ts";
import { usePaper } from "./useFiles.ts";

const text = words.files;

/** More than this is no description that a page wrote; it is left to be fetched as a file. */
const MOST_BYTES = 16_384;

interface PaperTextProps {
  readonly agreement: string;
  /** keccak256 of the text, as both sides signed it. */
  readonly hash: string;
}

/** The text behind a hash of the terms; the hash alone where the office does not have it or the reader is not signed in. */
export function PaperText({ agreement, hash }: PaperTextProps) {
  const { state } = useOffice();
  const { data } = usePaper(agreement, hash);
  if (data == null || data.length > MOST_BYTES) {
    const why =
      state === "signedIn" ? (data === null ? text.textMissing : text.description) : text.textAtOffice;
    return (
      <p className={classes.soft}>
        {why} {text.textHash} <HexValue value={hash} what={text.theFingerprint} />
      </p>
    );
  }
  return <p className={classes.paper}>{readDescription(data)}</p>;
}
