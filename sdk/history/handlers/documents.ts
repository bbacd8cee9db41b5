// SPDX-License-Identifier: Apache-2.0

import type { DocumentRecordedEvent } from "#bindings/interfaces/IDocumentRegistry.ts";
import { safeText } from "../codes.ts";
import { DOCUMENT_KINDS, nameOf } from "../names.ts";
import { enter } from "./entries.ts";
import { type Handlers, nothing, on } from "./handler.ts";

export const documentHandlers: Handlers = {
  DocumentRecorded: on<DocumentRecordedEvent.OutputObject>(nothing, (draft, args, event) => {
    const { place } = event;
    const organisation = Number(args.organisation);
    const kind = nameOf(DOCUMENT_KINDS, args.kind);
    enter(draft, event, { kind: "documentRecorded", organisation, note: kind, document: args.hash });
    draft.insert("documents", {
      hash: args.hash,
      organisation,
      kind,
      officer: args.officer,
      subject: args.subject,
      recordedAt: place.timestamp,
      uri: safeText(() => args.uri),
      block: place.block,
      logIndex: place.logIndex,
      transaction: place.transaction,
    });
  }),
};
