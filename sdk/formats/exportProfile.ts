// SPDX-License-Identifier: Apache-2.0

import { getAddress } from "ethers";
import { z } from "zod";
import { isPublishedCurrency } from "./currencyCodes.ts";
import { ExportError } from "./ExportError.ts";

const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, "is not an address")
  .transform((text, context) => {
    try {
      return getAddress(text);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      context.addIssue({ code: "custom", message: "has a wrong checksum" });
      return z.NEVER;
    }
  });

const country = z.string().regex(/^[A-Z]{2}$/, "is not a country code of two letters");
const sector = z.string().regex(/^\d{5}$/, "is not a purpose code of five digits");
const organisationType = z.string().regex(/^\d{2}$/, "is not a code of the list OrganisationType");
/** No slash, ampersand, bar or question mark: the standard forbids them in identifiers. */
const identifier = z.string().regex(/^[^/&|?\s]{3,80}$/, "is not an IATI identifier");

const organisation = z.strictObject({
  name: z.string().min(1).optional(),
  identifier: identifier.optional(),
  type: organisationType.optional(),
});

const scope = z.strictObject({
  type: z.enum(["1", "2"]),
  vocabulary: z.string().regex(/^[\d-]{1,6}$/, "is not a code of HumanitarianScopeVocabulary"),
  code: z.string().min(1),
});

/** Money that no code list knows, as the organisation reports it. */
const reportedCurrency = z.strictObject({
  code: z.string().refine(isPublishedCurrency, "is no currency of ISO 4217"),
  /** By the first day of each: what one whole unit is worth, as a decimal number. */
  rates: z.record(
    z.iso.date(),
    z.string().regex(/^(?=.*[1-9])\d{1,18}(\.\d{1,18})?$/, "is no rate, such as 3120.55"),
  ),
});

const aboutProgramme = z.strictObject({
  country: country.optional(),
  sector: sector.optional(),
  description: z.string().min(1).optional(),
  humanitarianScope: scope.optional(),
});

const profile = z.strictObject({
  /** ISO 639-1: the language that names and descriptions are in. */
  language: z
    .string()
    .regex(/^[a-z]{2}$/, "is not a language code of two letters")
    .default("en"),
  /** Of every programme that says nothing else: country, sector, description, humanitarianScope. */
  ...aboutProgramme.shape,
  /** By the address of the programme. */
  programmes: z.record(address, aboutProgramme).default({}),
  /** By the number of the organisation in the consortium. */
  organisations: z.record(z.string().regex(/^\d+$/), organisation).default({}),
  /** By the code on the ledger, such as ETH. */
  currencies: z.record(z.string().regex(/^[A-Z]{3}$/), reportedCurrency).default({}),
  /** Who stands behind an address that programmes record as a source of money. */
  sources: z.record(address, organisation).default({}),
});

/** What published files have to say and no ledger knows: countries, kinds of organisations, who a source is. */
export type ExportProfile = z.output<typeof profile>;
export type ReportedCurrency = z.output<typeof reportedCurrency>;
export type AboutProgramme = z.output<typeof aboutProgramme>;

/** Without a profile files are valid, and say "unspecified" where a profile would tell. */
export const NO_PROFILE: ExportProfile = profile.parse({});

/** @throws ExportError EXPORT-102 naming the first entry that is wrong. */
export function parseExportProfile(json: unknown): ExportProfile {
  const result = profile.safeParse(json);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const place = issue?.path.join(".") || "the file";
  throw new ExportError("badProfile", { problem: `${place}: ${issue?.message ?? "not an object"}` });
}

/** What holds for one programme: its own entries before the general ones. */
export function aboutProgrammeOf(all: ExportProfile, programme: string): AboutProgramme {
  const { country, sector, description, humanitarianScope } = all;
  return { country, sector, description, humanitarianScope, ...all.programmes[programme] };
}
