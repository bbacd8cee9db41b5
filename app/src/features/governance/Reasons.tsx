// SPDX-License-Identifier: Apache-2.0

import { Anchor } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { rationalePlace } from "#sdk/council/rationalePlace.ts";
import { HexValue, Icon } from "../../shared/ui/index.ts";
import classes from "./governance.module.css";
import { words } from "./words/index.ts";

const text = words.reasons;

interface ReasonsProps {
  readonly hash: string;
  readonly uri: string;
}

/** Why: the text where it stands on the ledger, or where the document is, and the fingerprint by which either is checked. */
export function Reasons({ hash, uri }: ReasonsProps) {
  const place = rationalePlace(uri);
  return (
    <div className={classes.reasons}>
      <h3 className={classes.small}>{text.title}</h3>
      {place.kind === "text" ? <OnLedger hash={hash} written={place.text} /> : null}
      {place.kind === "link" ? (
        <p>
          <Anchor href={place.uri} target="_blank" rel="noreferrer" inherit className={classes.uri}>
            {place.uri}
          </Anchor>
        </p>
      ) : null}
      {place.kind === "words" ? <code className={classes.uri}>{place.uri}</code> : null}
      {place.kind === "nowhere" ? <p className={classes.soft}>{text.nowhere}</p> : null}
      <p className={classes.soft}>
        {text.hash} <HexValue value={hash} what={text.theHash} />
      </p>
    </div>
  );
}

/** A text is worth its fingerprint; the program for that comes after the page, which does not wait for it. */
function OnLedger({ hash, written }: { readonly hash: string; readonly written: string }) {
  const { data: isSame } = useQuery({
    queryKey: ["reasons", hash, written],
    queryFn: async () => {
      const { loadKeccak } = await import("#sdk/merkle/keccak.ts");
      const digest = (await loadKeccak())(new TextEncoder().encode(written));
      const digits = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
      return `0x${digits}` === hash.toLowerCase();
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <>
      <p className={classes.text}>{written}</p>
      {isSame === undefined ? null : (
        <p className={isSame ? classes.soft : classes.warning}>
          <Icon name={isSame ? "check" : "alert"} size={16} />
          <span>{isSame ? text.agrees : text.differs}</span>
        </p>
      )}
    </>
  );
}
