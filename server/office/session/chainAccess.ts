// SPDX-License-Identifier: Apache-2.0

import { getAddress } from "ethers";
import {
  listProgrammes,
  type Organisation,
  officerRoles,
  type ProgrammeHandle,
  type Role,
  readOrganisation,
  type Suite,
} from "#sdk/agency/index.ts";
import { officeError } from "../errors.ts";
import { AgreementAccess } from "./agreementAccess.ts";
import type { TerminalPlace } from "./caller.ts";
import { Fresh } from "./fresh.ts";
import { onNode } from "./onNode.ts";

export { onNode };

/** Milliseconds that a role may be remembered: a removed officer is out after this at the latest. */
const ROLES_FRESH = 3_000;
const PROGRAMMES_FRESH = 30_000;
/** An address that is no programme makes the list be read again, but not more often than this. */
const LOOK_AGAIN = 2_000;
/** The contract's TerminalStatus. */
const ACTIVE = 1n;

/** What the ledger says of one organisation: who may do what, and which programmes are its own. Remembers answers for seconds. */
export class ChainAccess {
  readonly suite: Suite;
  readonly organisation: number;
  /** The organisation's agreements with partners, and who is a party to them. */
  readonly agreements: AgreementAccess;
  readonly #roles = new Fresh<string, readonly Role[]>(ROLES_FRESH);
  readonly #terminals = new Fresh<string, readonly TerminalPlace[]>(ROLES_FRESH);
  readonly #programmes = new Fresh<"all", readonly ProgrammeHandle[]>(PROGRAMMES_FRESH);
  readonly #organisation = new Fresh<"own", Organisation>(PROGRAMMES_FRESH);

  constructor(suite: Suite, organisation: number) {
    this.suite = suite;
    this.organisation = organisation;
    this.agreements = new AgreementAccess(suite, organisation);
  }

  /** @param address Checksummed. @throws OfficeError OFFICE-502 when the node does not answer. */
  async rolesOf(address: string): Promise<readonly Role[]> {
    return await onNode(this.#roles.get(address, () => officerRoles(this.suite, this.organisation, address)));
  }

  /** Where the key is an active terminal of this organisation. @throws OfficeError OFFICE-502. */
  async terminalsOf(address: string): Promise<readonly TerminalPlace[]> {
    return await onNode(this.#terminals.get(address, () => this.#readTerminals(address)));
  }

  /** @throws OfficeError OFFICE-502. */
  async describe(): Promise<Organisation> {
    return await onNode(this.#organisation.get("own", () => readOrganisation(this.suite, this.organisation)));
  }

  /** The organisation's programmes in the order of their creation. @throws OfficeError OFFICE-502. */
  async programmes(): Promise<readonly ProgrammeHandle[]> {
    return await onNode(this.#programmes.get("all", () => listProgrammes(this.suite, this.organisation)));
  }

  /**
   * One of the organisation's programmes.
   * @param address Any case.
   * @throws OfficeError OFFICE-210 when it is none, OFFICE-502.
   */
  async programme(address: string): Promise<ProgrammeHandle> {
    const wanted = getAddress(address.toLowerCase());
    const isWanted = (handle: ProgrammeHandle) => handle.address === wanted;
    const known = (await this.programmes()).find(isWanted);
    if (known !== undefined) return known;
    this.#programmes.forget("all", LOOK_AGAIN);
    const found = (await this.programmes()).find(isWanted);
    if (found === undefined) throw officeError("otherProgramme");
    return found;
  }

  async #readTerminals(address: string): Promise<TerminalPlace[]> {
    const programmes = await this.programmes();
    const found = await Promise.all(
      programmes.map(async ({ address: programme, contract }) => {
        const { status, shop } = await contract.terminalOf(address);
        return status === ACTIVE ? [{ programme, shop: Number(shop) }] : [];
      }),
    );
    return found.flat();
  }
}
