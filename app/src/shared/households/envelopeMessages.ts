// SPDX-License-Identifier: Apache-2.0

import type { Envelope, EnvelopeContent } from "#sdk/households/index.ts";

/** What the page asks of the envelope worker: passphrases take half a second of hard work on purpose. */
export type EnvelopeRequest =
  | {
      readonly kind: "open";
      readonly passphrase: string;
      readonly organisation: number;
      readonly envelope: unknown;
    }
  | {
      readonly kind: "create";
      readonly passphrase: string;
      readonly organisation: number;
      readonly content: EnvelopeContent;
    };

export type EnvelopeAnswer =
  | { readonly kind: "opened"; readonly content: EnvelopeContent }
  | { readonly kind: "created"; readonly envelope: Envelope }
  | { readonly kind: "failed"; readonly code: string; readonly summary: string; readonly next: string };
