// SPDX-License-Identifier: Apache-2.0

import { getAddress } from "ethers";
import type { Role, Suite } from "#sdk/agency/index.ts";
import {
  type AgreementHandle,
  isParty,
  type Judges,
  listAgreements,
  readJudges,
  readStanding,
  type Standing,
} from "#sdk/agreements/index.ts";
import { officeError } from "../errors.ts";
import type { Part, PartyPlace } from "./caller.ts";
import { Fresh } from "./fresh.ts";
import { onNode } from "./onNode.ts";

/** Milliseconds that a part may be remembered: a removed officer of a partner is out after this at the latest. */
const PLACES_FRESH = 3_000;
const AGREEMENTS_FRESH = 30_000;
/** An address that is no agreement makes the list be read again, but not more often than this. */
const LOOK_AGAIN = 2_000;

/** Roles of a partner whose officers hand documents in. */
const HANDING_IN: readonly Role[] = ["Preparer", "Administrator"];

/**
 * What the ledger says of one organisation's agreements: which they are, and who is a party to them without being an officer of the
 * organisation. Remembers answers for seconds.
 */
export class AgreementAccess {
  readonly #suite: Suite;
  readonly #organisation: number;
  readonly #agreements = new Fresh<"all", readonly AgreementHandle[]>(AGREEMENTS_FRESH);
  readonly #judges = new Fresh<string, readonly Judges[]>(PLACES_FRESH);
  readonly #places = new Fresh<string, readonly PartyPlace[]>(PLACES_FRESH);

  constructor(suite: Suite, organisation: number) {
    this.#suite = suite;
    this.#organisation = organisation;
  }

  /** Agreements that an address is a party to. @param address Checksummed. @throws OfficeError OFFICE-502. */
  async placesOf(address: string): Promise<readonly PartyPlace[]> {
    return await onNode(this.#places.get(address, () => this.#readPlaces(address)));
  }

  /**
   * One of the organisation's agreements.
   * @param address Any case.
   * @throws OfficeError OFFICE-212 when it is none, OFFICE-502.
   */
  async agreement(address: string): Promise<AgreementHandle> {
    const wanted = getAddress(address.toLowerCase());
    const isWanted = (handle: AgreementHandle) => handle.address === wanted;
    const known = (await this.#all()).find(isWanted);
    if (known !== undefined) return known;
    this.#agreements.forget("all", LOOK_AGAIN);
    const found = (await this.#all()).find(isWanted);
    if (found === undefined) throw officeError("otherAgreement");
    return found;
  }

  async #all(): Promise<readonly AgreementHandle[]> {
    return await onNode(
      this.#agreements.get("all", async () => {
        const handles = await listAgreements(this.#suite);
        return handles.filter(({ agency }) => agency === this.#organisation);
      }),
    );
  }

  async #readPlaces(address: string): Promise<PartyPlace[]> {
    const found = await Promise.all(
      (await this.#all()).map(async (handle) => {
        const judges = await this.#judges.get(handle.address, () => readJudges(handle));
        const standing = await readStanding(this.#suite, handle, judges, address);
        return isParty(standing) ? placeOf(handle, standing) : [];
      }),
    );
    return found.flat();
  }
}

/** A source of money alone reads no evidence: it sees what the ledger shows everybody. */
function placeOf({ address }: AgreementHandle, standing: Standing): PartyPlace[] {
  const parts: readonly (readonly [Part, boolean])[] = [
    ["partner", standing.partner.size > 0],
    ["monitor", standing.monitorIn.size > 0],
    ["arbiter", standing.arbiterIn.size > 0],
  ];
  const as = parts.flatMap(([part, isTheirs]) => (isTheirs ? [part] : []));
  if (as.length === 0) return [];
  const handsIn = HANDING_IN.some((role) => standing.partner.has(role));
  return [{ agreement: address, as, mayAdd: handsIn || as.includes("monitor") || as.includes("arbiter") }];
}
