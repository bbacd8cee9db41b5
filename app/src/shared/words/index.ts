// SPDX-License-Identifier: Apache-2.0

/** Every word on the screen comes from here; another language is another file of the same shape. */
export { en as words } from "./en.ts";
export { labelOf } from "./labelOf.ts";
