// SPDX-License-Identifier: Apache-2.0

import { XMLBuilder } from "fast-xml-parser";
import { formatDecimal } from "../decimal.ts";
import { AID_VOCABULARY, SECTOR_VOCABULARY } from "./codes.ts";
import type { IatiActivity, IatiAidType, IatiOrganisation, IatiTransaction } from "./model.ts";

/** Attributes carry this prefix, as the library wants it; elements keep the order in which they are written. */
type XmlNode = { readonly [name: string]: XmlValue };
type XmlValue = string | XmlNode | readonly XmlValue[] | undefined;

const BUILDER = new XMLBuilder({
  attributeNamePrefix: "@",
  ignoreAttributes: false,
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
  format: true,
  indentBy: "  ",
});

/** What XML 1.0 cannot carry, not even escaped; names on chain may hold it. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/**
 * Write an IATI 2.03 activities file.
 * @param generatedDay YYYY-MM-DD. The file says days and no times, as everything that Annona publishes.
 */
export function writeActivities(activities: readonly IatiActivity[], generatedDay: string): string {
  const document = BUILDER.build({
    "iati-activities": {
      "@version": "2.03",
      "@generated-datetime": `${generatedDay}T00:00:00Z`,
      "iati-activity": activities.map((activity) => writable(activityNode(activity))),
    },
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${document}`;
}

/** Elements in the order of the schema. */
function activityNode(activity: IatiActivity): XmlNode {
  const { reportingOrg, recipient, humanitarianScope } = activity;
  return {
    "@xml:lang": activity.language,
    "@default-currency": activity.defaultCurrency,
    "@humanitarian": activity.isHumanitarian ? "1" : "0",
    "iati-identifier": activity.identifier,
    "reporting-org": organisationNode(reportingOrg),
    title: narrative(activity.title),
    description: { "@type": "1", ...narrative(activity.description) },
    "participating-org": activity.participants.map(({ role, ...organisation }) => ({
      "@role": role,
      ...organisationNode(organisation),
    })),
    "activity-status": { "@code": activity.status },
    "activity-date": activity.dates.map(({ type, day }) => ({ "@iso-date": day, "@type": type })),
    ...("country" in recipient
      ? { "recipient-country": { "@code": recipient.country } }
      : { "recipient-region": { "@vocabulary": "1", "@code": recipient.region } }),
    sector: { "@vocabulary": SECTOR_VOCABULARY, "@code": activity.sector },
    "humanitarian-scope": humanitarianScope && {
      "@type": humanitarianScope.type,
      "@vocabulary": humanitarianScope.vocabulary,
      "@code": humanitarianScope.code,
    },
    "default-aid-type": activity.aidTypes.map(aidTypeNode),
    transaction: activity.transactions.map((transaction) => transactionNode(transaction)),
  };
}

function transactionNode(transaction: IatiTransaction): XmlNode {
  const { ref, description, provider, receiver, aidTypes = [] } = transaction;
  return {
    "@ref": ref,
    "transaction-type": { "@code": transaction.type },
    "transaction-date": { "@iso-date": transaction.day },
    value: {
      "@currency": transaction.currency,
      "@value-date": transaction.day,
      "#text": formatDecimal(transaction.value),
    },
    description: description === undefined ? undefined : narrative(description),
    "provider-org": provider && {
      "@provider-activity-id": provider.activity,
      ...organisationNode(provider),
    },
    "receiver-org": receiver && {
      "@receiver-activity-id": receiver.activity,
      ...organisationNode(receiver),
    },
    "aid-type": aidTypes.map(aidTypeNode),
  };
}

function organisationNode({ ref, type, name }: IatiOrganisation): XmlNode {
  return { "@ref": ref, "@type": type, ...(name === undefined ? {} : narrative(name)) };
}

/** The donor committee's vocabulary is what is meant where none is named. */
function aidTypeNode({ vocabulary, code }: IatiAidType): XmlNode {
  return { "@code": code, "@vocabulary": vocabulary === AID_VOCABULARY.dac ? undefined : vocabulary };
}

function narrative(text: string): XmlNode {
  return { narrative: text };
}

/** Without what is not given, and without signs that XML cannot carry. */
function writable(node: XmlNode): XmlNode {
  const given = Object.entries(node).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, writableValue(value)]));
}

function writableValue(value: XmlValue): XmlValue {
  if (typeof value === "string") return value.replace(UNWRITABLE, "\ufffd");
  if (Array.isArray(value)) return (value as readonly XmlValue[]).map(writableValue);
  return value === undefined ? value : writable(value as XmlNode);
}
