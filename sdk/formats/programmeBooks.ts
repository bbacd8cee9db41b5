// SPDX-License-Identifier: Apache-2.0

import type { ReadRows, Row } from "#sdk/history/index.ts";

/** The rows of one programme that its exports are made of, and where they come from. */
export interface ProgrammeBooks {
  readonly chainId: number;
  /** Unix seconds of the block up to which the rows are complete. */
  readonly upTo: number;
  readonly programme: Row<"programmes">;
  /** All organisations of the consortium. */
  readonly organisations: readonly Row<"organisations">[];
  readonly funding: readonly Row<"funding">[];
  readonly reservations: readonly Row<"reservations">[];
  readonly cycles: readonly Row<"cycles">[];
  readonly shops: readonly Row<"shops">[];
  readonly settlements: readonly Row<"settlements">[];
  /** Households reached, of the programme and of each of its cycles. */
  readonly reached: readonly Row<"reached">[];
}

/**
 * Gather the books of programmes, in the order of their making.
 * @param only Checksummed address of the one that is wanted; all of them without.
 */
export async function readBooks(
  read: ReadRows,
  { chainId, upTo }: Pick<ProgrammeBooks, "chainId" | "upTo">,
  only?: string,
): Promise<ProgrammeBooks[]> {
  const programmes = await read("programmes", only === undefined ? {} : { address: only });
  const organisations = await read("organisations", {});
  const reached = await read("reached");
  const books: ProgrammeBooks[] = [];
  const inOrder = programmes.toSorted(
    (a, b) => a.createdAt - b.createdAt || (a.address < b.address ? -1 : 1),
  );
  for (const programme of inOrder) {
    const where = { programme: programme.address };
    books.push({
      chainId,
      upTo,
      programme,
      organisations,
      funding: (await read("funding", where)).toSorted(byPlace),
      reservations: (await read("reservations", where)).toSorted(byPlace),
      cycles: (await read("cycles", where)).toSorted(byNumber),
      shops: (await read("shops", where)).toSorted(byNumber),
      settlements: (await read("settlements", where)).toSorted(byNumber),
      reached: reached.filter(({ scope }) => scope.startsWith(programme.address)),
    });
  }
  return books;
}

interface Placed {
  readonly block: number;
  readonly logIndex: number;
}

function byPlace(a: Placed, b: Placed): number {
  return a.block - b.block || a.logIndex - b.logIndex;
}

function byNumber(a: { readonly id: number }, b: { readonly id: number }): number {
  return a.id - b.id;
}
