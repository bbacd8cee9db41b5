// SPDX-License-Identifier: Apache-2.0

/** Fields that a sentence may have in braces. */
export const MESSAGE_FIELDS = ["amount", "place", "opens", "expires", "programme", "name"] as const;
export type MessageField = (typeof MESSAGE_FIELDS)[number];

const PLACEHOLDER = /\{\s*([a-z]*)\s*\}/gi;

/** What stands in braces and is no field, each once, as it was written. */
export function unknownPlaceholders(template: string): readonly string[] {
  const found = [...template.matchAll(PLACEHOLDER)];
  return [...new Set(found.filter(([, name = ""]) => fieldOf(name) === undefined).map(([whole]) => whole))];
}

/**
 * The sentence for one household. Where a value is empty the words around it close up; what is no field stays as it is. Values are
 * filled in once: braces within them mean nothing.
 */
export function fillTemplate(template: string, values: Readonly<Record<MessageField, string>>): string {
  return template
    .replace(PLACEHOLDER, (whole, name: string) => {
      const field = fieldOf(name);
      return field === undefined ? whole : values[field];
    })
    .replace(/\s+/g, " ")
    .replace(/ (?=[.,])/g, "")
    .trim();
}

/** A stretch of a text, by the places of its characters; the cursor when it is empty. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * The sentence with a field in place of what is selected, or at its end when nobody has been in it.
 * @returns it, and the place behind the field.
 */
export function withField(
  template: string,
  field: MessageField,
  selected: Stretch = { from: template.length, to: template.length },
): { readonly text: string; readonly at: number } {
  const before = `${template.slice(0, selected.from)}{${field}}`;
  return { text: `${before}${template.slice(selected.to)}`, at: before.length };
}

function fieldOf(name: string): MessageField | undefined {
  return MESSAGE_FIELDS.find((field) => field === name.toLowerCase());
}

/** The alphabet of plain SMS (GSM 03.38); with any other character the whole message takes two bytes a character. */
const GSM = /^[\n\r @£$¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ!"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüàà_]*$/;
/** Characters of a message in one SMS, and of each part of a longer one, which loses some to its numbering. */
const PLAIN = { single: 160, part: 153 };
const UNICODE = { single: 70, part: 67 };

/** How many SMS a message takes, as senders charge for them. */
export function smsParts(message: string): number {
  const { single, part } = GSM.test(message) ? PLAIN : UNICODE;
  return message.length <= single ? 1 : Math.ceil(message.length / part);
}
