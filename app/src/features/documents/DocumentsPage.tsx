// SPDX-License-Identifier: Apache-2.0

import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { ErrorNote } from "../../shared/errors/index.ts";
import { Page } from "../../shared/layout/index.ts";
import { FileDrop } from "../../shared/ui/index.ts";
import { words } from "../../shared/words/index.ts";
import { DocumentResult } from "./DocumentResult.tsx";
import classes from "./documents.module.css";
import { FingerprintForm } from "./FingerprintForm.tsx";
import { HashProgress } from "./HashProgress.tsx";
import { useFileHash } from "./useFileHash.ts";

const route = getRouteApi("/documents");
const text = words.documents;

/** Check whether a file is on record, without letting it leave the device. */
export function DocumentsPage() {
  const { hash } = route.useSearch();
  const navigate = useNavigate();
  const show = (next: string | undefined) =>
    void navigate({ to: "/documents", search: next === undefined ? {} : { hash: next } });
  const hasher = useFileHash(show);
  const { state } = hasher;
  const checkFile = (file: File) => {
    show(undefined);
    hasher.start(file);
  };
  const checkFingerprint = (fingerprint: string) => {
    hasher.reset();
    show(fingerprint);
  };
  return (
    <Page title={text.title} intro={<p>{text.intro}</p>}>
      <div className={classes.inputs}>
        {state.kind === "hashing" ? (
          <HashProgress file={state.file} bytesDone={state.bytesDone} onCancel={hasher.reset} />
        ) : (
          <FileDrop hint={text.dropHint} onFile={checkFile} />
        )}
        <FingerprintForm key={hash ?? ""} initial={hash ?? ""} onSubmit={checkFingerprint} />
      </div>
      {state.kind === "failed" ? (
        <ErrorNote error={state.error} onRetry={() => hasher.start(state.file)} />
      ) : null}
      {hash === undefined ? null : (
        <DocumentResult
          hash={hash}
          file={state.kind === "done" && state.hash === hash ? state.file : undefined}
        />
      )}
    </Page>
  );
}
