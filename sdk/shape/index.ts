// SPDX-License-Identifier: Apache-2.0

/**
 * Checks of data from elsewhere for the pages that everybody reads on a telephone: the part of zod that they need, in a tenth of its size,
 * under the same names. Everything that only officers and servers run uses zod itself.
 */
export * as z from "./z.ts";
