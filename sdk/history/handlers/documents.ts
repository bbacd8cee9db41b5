// SPDX-License-Identifier: Apache-2.0

import type { DocumentRecordedEvent } from "#bindings/interfaces/IDocumentRegistry.ts";
import { safeText } from "../codes.ts";
import { DOCUMENT_KINDS, nameOf } from "../names.ts";
import { type Handlers, nothing, on } from "./handler.ts";

export const documentHandlers: Handlers = {
  DocumentRecorded: on<DocumentRecordedEvent.OutputObject>(nothing, (draft, args, { place }) => {
    draft.insert("documents", {
      hash: args.hash,
      organisation: Number(args.organisation),
      kind: nameOf(DOCUMENT_KINDS, args.kind),
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
