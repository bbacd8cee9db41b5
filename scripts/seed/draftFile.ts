// SPDX-License-Identifier: Apache-2.0
import { toUtf8Bytes } from "ethers";
import { type OfficeKey, seal } from "#sdk/households/index.ts";
import type { DemoFile } from "./lists.ts";

/** How the console's page for new cycles read the file, as it keeps that with a draft. */
export function draftPlan({ value }: DemoFile) {
  return {
    format: "annona-new-cycle-1",
    step: "accounts",
    reading: { delimiter: "auto", encoding: "auto" },
    choice: {
      id: "nationalId",
      gets: "times",
      amount: "",
      value,
      times: "totalHHSize",
      area: "scope",
      householdSize: "totalHHSize",
      group: "",
      phone: "phoneNumber",
      name: "fullName",
      decimalMark: "auto",
    },
    isLeftOut: false,
  };
}

const LENGTH_BYTES = 4;

/** The file itself, sealed as that page seals it: length of a head, the head as JSON, the file's bytes. */
export async function sealedFile(
  key: OfficeKey,
  organisation: number,
  draft: string,
  name: string,
  { csv }: DemoFile,
): Promise<Uint8Array<ArrayBuffer>> {
  const head = toUtf8Bytes(JSON.stringify({ format: "annona-draft-1", name }));
  const file = toUtf8Bytes(csv);
  const bytes = new Uint8Array(LENGTH_BYTES + head.length + file.length);
  new DataView(bytes.buffer).setUint32(0, head.length);
  bytes.set(head, LENGTH_BYTES);
  bytes.set(file, LENGTH_BYTES + head.length);
  return await seal(key, bytes, { organisation, kind: "draft-file", id: draft });
}
