// SPDX-License-Identifier: Apache-2.0

import { getAddress } from "ethers";
import { z } from "zod/mini";
import { addressSchema, hashSchema, idSchema, mappingNameSchema } from "#sdk/office/index.ts";

/** Numbers stand in paths and queries as digits. */
const digits = (most: number) =>
  z.pipe(
    z.string().check(z.regex(/^[0-9]{1,10}$/, "is not a number")),
    z.pipe(
      z.transform((text: string) => Number(text)),
      z.int().check(z.minimum(0), z.maximum(most)),
    ),
  );

const MAX_UINT32 = 0xffff_ffff;

/** An address in the form in which it is stored. */
export const checksummed = z.pipe(
  addressSchema,
  z.transform((text: string) => getAddress(text.toLowerCase())),
);

/** A path may carry it in any case. */
const anyCaseHash = z.pipe(
  z.string().check(z.regex(/^0x[0-9a-fA-F]{64}$/, "is not a hash of 32 bytes")),
  z.pipe(
    z.transform((text: string) => text.toLowerCase()),
    hashSchema,
  ),
);

export const idPath = z.object({ id: idSchema });
export const pagePath = z.object({ page: digits(MAX_UINT32 >>> 8) });
export const accountPath = z.object({ account: digits(MAX_UINT32) });
export const cyclePath = z.object({ programme: checksummed, cycle: digits(MAX_UINT32) });
export const milestonePath = z.object({ milestone: digits(MAX_UINT32) });
export const hashPath = z.object({ hash: anyCaseHash });
export const namePath = z.object({ name: mappingNameSchema });
