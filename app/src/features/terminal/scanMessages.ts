// SPDX-License-Identifier: Apache-2.0

/** A camera's picture on its way to the worker: four bytes a pixel, red, green, blue, alpha. */
export interface Frame {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** Texts of the codes in the picture. */
export type FoundTexts = readonly string[];
