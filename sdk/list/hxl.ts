// SPDX-License-Identifier: Apache-2.0

/** A hashtag with attributes by the HXL standard, such as "#adm1+name" or "#value +currency". */
const HXL_TAG = /^#[a-z][a-z0-9_]*(?:\s*\+\s*[a-z][a-z0-9_]*)*$/i;

/** HXL looks for its row of tags in the first 25 rows. */
const SEARCHED_ROWS = 25;

/**
 * Index of the row of HXL tags, or -1. The row above it is the header; rows further up are titles. A row
 * counts when it has two tags or more and every filled cell in it is one.
 */
export function findHxlRow(rows: readonly (readonly string[])[]): number {
  return rows.slice(0, SEARCHED_ROWS).findIndex(isHxlRow);
}

function isHxlRow(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  return filled.length > 1 && filled.every((cell) => HXL_TAG.test(cell));
}
