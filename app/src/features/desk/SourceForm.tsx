// SPDX-License-Identifier: Apache-2.0

import { TextInput } from "@mantine/core";
import { isAddress } from "ethers";
import { useState } from "react";
import { acts, documentHash, type ProgrammeHandle } from "#sdk/agency/index.ts";
import { FileDrop, HexValue } from "../../shared/ui/index.ts";
import { NeedsOfficer } from "../../shared/wallet/index.ts";
import classes from "./desk.module.css";
import { Fold } from "./Fold.tsx";
import { ProposeAct } from "./ProposeAct.tsx";
import { words } from "./words/index.ts";

const text = words.source;

/** The agreement that was dropped: its name for the reader, its fingerprint for the ledger. */
interface Agreement {
  readonly name: string;
  readonly hash: string;
}

/** Finance records where unspent money may go back to, with the agreement that says so. The file stays in the browser. */
export function SourceForm({ programme }: { readonly programme: ProgrammeHandle }) {
  const [address, setAddress] = useState("");
  const [agreement, setAgreement] = useState<Agreement>();
  const isFit = isAddress(address);
  return (
    <Fold title={text.title} hint={text.hint}>
      <NeedsOfficer as="Finance">
        <TextInput
          label={text.address}
          description={text.addressHint}
          value={address}
          autoComplete="off"
          spellCheck={false}
          error={address === "" || isFit ? undefined : text.addressFault}
          onChange={(event) => setAddress(event.currentTarget.value.trim())}
        />
        <FileDrop
          label={text.drop}
          hint={text.documentHint}
          onFile={(file) => {
            void file
              .arrayBuffer()
              .then((bytes) => setAgreement({ name: file.name, hash: documentHash(new Uint8Array(bytes)) }));
          }}
        />
        {agreement === undefined ? null : (
          <p role="status" className={classes.chosen}>
            {text.chosen(agreement.name)}
            <HexValue value={agreement.hash} what={text.theFingerprint} />
          </p>
        )}
        <ProposeAct
          programme={programme}
          name="source"
          calldata={
            isFit && agreement !== undefined ? () => acts.recordSource(address, agreement.hash) : undefined
          }
          onDone={() => {
            setAddress("");
            setAgreement(undefined);
          }}
        />
      </NeedsOfficer>
    </Fold>
  );
}
