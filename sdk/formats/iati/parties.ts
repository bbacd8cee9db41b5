// SPDX-License-Identifier: Apache-2.0

import type { Row } from "#sdk/history/index.ts";
import { ExportError } from "../ExportError.ts";
import type { ExportProfile } from "../exportProfile.ts";
import { ORGANISATION_TYPE } from "./codes.ts";
import type { IatiOrganisation } from "./model.ts";

/** Multilateral organisations have five digits from 40000 on in the donor committee's list. */
const MULTILATERAL = /^XM-DAC-4\d{4}$/;
const IDENTIFIER = /^[^/&|?\s]{3,80}$/;

/** The publisher's identifier first, as the standard wants it, then what is unique on all chains. */
export function activityIdentifier(publisher: IatiOrganisation, chainId: number, address: string): string {
  return `${publisher.ref}-ANNONA-${chainId}-${address}`;
}

/**
 * The organisation that publishes an activity.
 * @throws ExportError EXPORT-101 when nobody knows its IATI identifier.
 */
export function publisherOf(
  id: number,
  organisations: readonly Row<"organisations">[],
  profile: ExportProfile,
): IatiOrganisation {
  const publisher = organisationOf(id, organisations, profile);
  if (publisher.ref !== undefined) return publisher;
  throw new ExportError("noIdentifier", { organisation: publisher.name || "The agency" });
}

/** An organisation of the consortium; without `ref` where nobody knows a usable identifier. */
export function organisationOf(
  id: number,
  organisations: readonly Row<"organisations">[],
  profile: ExportProfile,
): IatiOrganisation {
  const known = organisations.find((one) => one.id === id);
  const told = profile.organisations[String(id)];
  const name = told?.name ?? known?.name ?? "";
  const ref = told?.identifier ?? known?.iatiIdentifier ?? "";
  if (!IDENTIFIER.test(ref)) return { type: told?.type ?? ORGANISATION_TYPE.other, name };
  return { ref, type: told?.type ?? typeOf(ref), name };
}

/** Who an address is that money came from. An address that nobody explained is named as what it is. */
export function sourcesOf(
  profile: ExportProfile,
  role = "Recorded source",
): (source: string) => IatiOrganisation {
  return (source) => {
    const told = profile.sources[source];
    if (told === undefined) return { name: `${role} ${source}` };
    const { identifier, type, name } = told;
    return { ref: identifier, type: type ?? (identifier && typeOf(identifier)), name: name ?? identifier };
  };
}

function typeOf(ref: string): string {
  return MULTILATERAL.test(ref) ? ORGANISATION_TYPE.multilateral : ORGANISATION_TYPE.other;
}
