// SPDX-License-Identifier: Apache-2.0

const en = {
  title: (cycle: number) => `Messages for cycle ${cycle}`,
  intro:
    "One sentence for each household that has a phone: what it gets, where and when. Phones are opened in this browser and leave it only in the file that you save.",
  why: "Phone numbers are sealed under the office's key; they are opened in this browser only.",
  noList: "The office has no list for this cycle",
  noListHint: "The message list is made from the nameless list and the office's own household map.",
  reading: "Opening phones in this browser",
  template: {
    title: "Message",
    hint: "Write it in the language of the households. Fields in braces are filled in.",
    label: "Sentence",
    start:
      "{programme}: your household gets {amount}, from {opens} to {expires}. Bring your card. Questions? Ask our staff.",
    insert: "Insert a field",
    fields: {
      amount: "Amount",
      place: "Place",
      opens: "First day",
      expires: "Last day",
      programme: "Programme",
      name: "Name",
    },
    insertOf: (field: string) => `Insert: ${field}`,
    unknown: (placeholders: string) => `Not a field: ${placeholders}`,
    empty: "Write a sentence.",
  },
  preview: {
    title: "Preview",
    hint: "The first households of the list.",
    columns: { account: "Account", phone: "Phone", message: "Message" },
    none: "No household of this cycle has a phone",
    noneHint: "Phones come with the lists that preparers import. Tell the households another way.",
    tooMany: (rows: string) => `and ${rows} more in the file`,
  },
  counts: {
    withPhone: "Households with a phone",
    withoutPhone: "Without a phone",
    parts: "SMS a message, at most",
  },
  save: {
    title: "Save",
    hint: "The file holds phone numbers: keep it no longer than you need it.",
    all: "Save the message list",
    without: "Save the account numbers without a phone",
    file: (cycle: number) => `messages-cycle-${cycle}.csv`,
    withoutFile: (cycle: number) => `without-phone-cycle-${cycle}.csv`,
    saved: (rows: string) => `${rows} saved.`,
    message: { one: "message", other: "messages" },
  },
};

export default en;
