// SPDX-License-Identifier: Apache-2.0

import { readOrganisation, type Suite } from "#sdk/agency/index.ts";

/**
 * The consortium knows its organisations' officers: the name of the first that each of these people serves, by their addresses as given;
 * whoever serves none is left out.
 * @param but An organisation that does not count.
 */
export async function organisationsOf(
  suite: Suite,
  people: readonly string[],
  but?: number,
): Promise<Map<string, string>> {
  const count = Number(await suite.consortium.organisations());
  const numbers = Array.from({ length: count }, (_, i) => i + 1).filter((id) => id !== but);
  const found = await Promise.all(
    people.map(async (address) => {
      const isTheirs = await Promise.all(numbers.map((id) => suite.consortium.isOfficer(id, address)));
      const organisation = numbers[isTheirs.indexOf(true)];
      if (organisation === undefined) return [];
      return [[address, (await readOrganisation(suite, organisation)).name] as const];
    }),
  );
  return new Map(found.flat());
}
