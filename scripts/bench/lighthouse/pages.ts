// SPDX-License-Identifier: Apache-2.0

import { z } from "zod";

const listed = z.object({ items: z.tuple([z.object({ address: z.string() })], z.unknown()) });

/** A page for everybody: its name as the router has it, and where it is. */
export interface PublicAddress {
  readonly page: string;
  readonly path: string;
}

/** Every page for everybody; of those of one thing, the first that the demonstration has. */
export async function publicAddresses(url: string): Promise<PublicAddress[]> {
  const ofOne = async (list: string): Promise<PublicAddress> => {
    const answer = await fetch(`${url}/api${list}`);
    const { items } = listed.parse(await answer.json());
    return { page: `${list}/$address`, path: `${list}/${items[0].address}` };
  };
  const plain = (path: string): PublicAddress => ({ page: path, path });
  return [
    plain("/"),
    plain("/programmes"),
    await ofOne("/programmes"),
    plain("/agreements"),
    await ofOne("/agreements"),
    plain("/funds"),
    await ofOne("/funds"),
    plain("/timeline"),
    plain("/follow"),
    plain("/verify"),
    plain("/documents"),
    plain("/readiness"),
  ];
}
