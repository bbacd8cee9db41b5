// SPDX-License-Identifier: Apache-2.0

import { z } from "zod";
import { importFault } from "../worker/faults.ts";

/** What a sealed draft keeps beside the file's bytes. All of it may be personal data, even the name of the file. */
const headSchema = z.strictObject({
  format: z.literal("annona-draft-1"),
  /** Name of the file. */
  name: z.string(),
});

export type DraftHead = Omit<z.infer<typeof headSchema>, "format">;

const LENGTH_BYTES = 4;

/** One draft as bytes to be sealed: length of the head, head as JSON, the file as it is. */
export function draftBytes({ name }: DraftHead, file: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(JSON.stringify({ format: "annona-draft-1", name }));
  const bytes = new Uint8Array(LENGTH_BYTES + head.length + file.length);
  new DataView(bytes.buffer).setUint32(0, head.length);
  bytes.set(head, LENGTH_BYTES);
  bytes.set(file, LENGTH_BYTES + head.length);
  return bytes;
}

/** @throws ImportError LIST-705 for anything that {@link draftBytes} did not write. */
export function draftParts(bytes: Uint8Array): { head: DraftHead; file: Uint8Array<ArrayBuffer> } {
  try {
    const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);
    const text = new TextDecoder("utf-8", { fatal: true }).decode(
      bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + length),
    );
    const { name } = headSchema.parse(JSON.parse(text));
    return { head: { name }, file: bytes.slice(LENGTH_BYTES + length) };
  } catch {
    // The cause could quote the draft.
    throw importFault("badDraft");
  }
}
