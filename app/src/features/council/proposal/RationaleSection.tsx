// SPDX-License-Identifier: Apache-2.0

import { Anchor } from "@mantine/core";
import { useState } from "react";
import { type Rationale, rationaleSource } from "#sdk/council/index.ts";
import { FileDrop, HexValue, Icon, Section } from "../../../shared/ui/index.ts";
import classes from "../council.module.css";
import { hashOfFile } from "../hashOfFile.ts";
import { words } from "../words/index.ts";

const text = words.rationale;

/** The reasons: the text where it stands on the ledger, otherwise a document that is compared with its fingerprint. */
export function RationaleSection({ rationale }: { readonly rationale: Rationale }) {
  return (
    <Section title={text.title}>
      {() => (
        <div className={classes.stack}>
          <Source rationale={rationale} />
          <p className={classes.soft}>
            {text.hash}: <HexValue value={rationale.hash} what={text.theHash} isFull />
          </p>
        </div>
      )}
    </Section>
  );
}

function Source({ rationale }: { readonly rationale: Rationale }) {
  const source = rationaleSource(rationale);
  switch (source.kind) {
    case "text":
      return (
        <>
          <p className={classes.text}>{source.text}</p>
          <p className={classes.soft}>{text.onLedger}</p>
        </>
      );
    case "otherText":
      return (
        <>
          <p className={classes.warning}>
            <Icon name="alert" size={20} />
            <span>{text.otherText}</span>
          </p>
          <p className={classes.text}>{source.text}</p>
        </>
      );
    case "link":
    case "words":
      return (
        <>
          <p>
            {text.where}: <Where uri={source.uri} isLink={source.kind === "link"} />
          </p>
          <CheckDocument hash={rationale.hash} />
        </>
      );
    case "nowhere":
      return (
        <>
          <p>{text.nowhere}</p>
          <CheckDocument hash={rationale.hash} />
        </>
      );
  }
}

function Where({ uri, isLink }: { readonly uri: string; readonly isLink: boolean }) {
  if (!isLink) return <code>{uri}</code>;
  return (
    <Anchor href={uri} target="_blank" rel="noreferrer" inherit>
      {uri}
    </Anchor>
  );
}

type Verdict = "agrees" | "differs" | "unreadable";

/** Hash a file on this machine and compare. */
function CheckDocument({ hash }: { readonly hash: string }) {
  const [verdict, setVerdict] = useState<{ readonly name: string; readonly kind: Verdict }>();
  const check = (file: File) => {
    void hashOfFile(file).then((found) =>
      setVerdict({
        name: file.name,
        kind: found === undefined ? "unreadable" : found === hash ? "agrees" : "differs",
      }),
    );
  };
  return (
    <div className={classes.wide}>
      <FileDrop label={text.drop} choose={text.check} hint={text.dropHint} onFile={check} />
      <div role="status">
        {verdict === undefined ? null : <VerdictLine name={verdict.name} kind={verdict.kind} />}
      </div>
    </div>
  );
}

function VerdictLine({ name, kind }: { readonly name: string; readonly kind: Verdict }) {
  const sentence = kind === "unreadable" ? text.unreadable : text[kind](name);
  return (
    <p className={kind === "agrees" ? classes.good : classes.warning}>
      <Icon name={kind === "agrees" ? "check" : "alert"} size={20} />
      <span>{sentence}</span>
    </p>
  );
}
