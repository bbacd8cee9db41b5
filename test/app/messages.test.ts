// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  messageFor,
  messagesCsv,
  recipientsOf,
  withoutPhoneCsv,
} from "#app/features/messages/messageRows.ts";
import { fillTemplate, smsParts, unknownPlaceholders, withField } from "#app/features/messages/template.ts";
import { accountNumberOf } from "#sdk/list/index.ts";
import { type Amount, amountOf } from "#sdk/money/index.ts";

const values = {
  amount: "45,000 XOF",
  place: "Mopti",
  opens: "1 Dec 2026",
  expires: "31 Dec 2026",
  programme: "Cash for food",
  name: "",
};

describe("a field that is put into the sentence", () => {
  it("stands at the end when nobody has been in it", () => {
    assert.deepEqual(withField("You get ", "amount"), { text: "You get {amount}", at: 16 });
  });

  it("stands where the cursor is, or in place of what is selected", () => {
    assert.deepEqual(withField("Get  now", "amount", { from: 4, to: 4 }), {
      text: "Get {amount} now",
      at: 12,
    });
    assert.deepEqual(withField("Get THIS now", "amount", { from: 4, to: 8 }), {
      text: "Get {amount} now",
      at: 12,
    });
    assert.deepEqual(withField("now", "place", { from: 0, to: 0 }), { text: "{place}now", at: 7 });
  });
});

describe("the sentence", () => {
  it("is filled in, whatever the case of the field and the spaces around it", () => {
    assert.equal(
      fillTemplate("{ Amount } from {opens} at {PLACE}", values),
      "45,000 XOF from 1 Dec 2026 at Mopti",
    );
  });

  it("closes up where something is not known, and keeps what is no field", () => {
    assert.equal(fillTemplate("Dear {name}, {amount}. {amout}", values), "Dear, 45,000 XOF. {amout}");
    assert.deepEqual(unknownPlaceholders("{amout} {name} {amout} {}"), ["{amout}", "{}"]);
    assert.deepEqual(unknownPlaceholders("{amount} {Name}"), []);
  });

  it("never fills in what a household's own value looks like a field", () => {
    assert.equal(fillTemplate("{name}", { ...values, name: "{amount}" }), "{amount}");
  });

  it("is counted in SMS as senders charge for them", () => {
    assert.equal(smsParts("a".repeat(160)), 1);
    assert.equal(smsParts("a".repeat(161)), 2);
    assert.equal(smsParts("a".repeat(307)), 3);
    assert.equal(smsParts("é".repeat(160)), 1);
    assert.equal(smsParts("ê".repeat(70)), 1);
    assert.equal(smsParts("ê".repeat(71)), 2);
    assert.equal(smsParts("م".repeat(135)), 3);
  });
});

describe("the message list", () => {
  const entry = (account: number, units: bigint, area?: string) => ({
    account: accountNumberOf(account),
    amount: amountOf(units),
    ...(area === undefined ? {} : { area }),
  });
  const entries = [entry(256, 30_000n, "Mopti"), entry(257, 45_000n), entry(258, 1n)];
  const households = new Map([
    [accountNumberOf(256), { phone: "+22370000001", name: 'Awa "la grande"' }],
    [accountNumberOf(257), { phone: "+22370000002" }],
    [accountNumberOf(258), { phone: "" }],
    [accountNumberOf(999), { phone: "+22379999999" }],
  ]);
  const plan = {
    template: "{name}: {amount}, {place}",
    common: { opens: "a", expires: "b", programme: "c" },
    showAmount: (amount: Amount) => `${amount} XOF`,
  };

  it("has the households of the cycle that have a phone, and counts those that have none", () => {
    const { withPhone, withoutPhone } = recipientsOf(entries, households);
    assert.deepEqual(
      withPhone.map(({ account }) => account),
      [256, 257],
    );
    assert.deepEqual(withoutPhone, [258]);
    assert.equal(withoutPhoneCsv(withoutPhone), "account\r\n258\r\n");
  });

  it("is a file of phones and sentences, with quotation marks and commas kept apart", async () => {
    const { withPhone } = recipientsOf(entries, households);
    assert.equal(messageFor(withPhone[0] as never, plan), 'Awa "la grande": 30000 XOF, Mopti');
    const file = await messagesCsv(withPhone, plan);
    assert.equal(
      file,
      '\uFEFFphone,message\r\n+22370000001,"Awa ""la grande"": 30000 XOF, Mopti"\r\n+22370000002,": 45000 XOF,"\r\n',
    );
  });

  it("loses no line at the edges of its slices", async () => {
    const many = Array.from({ length: 2_001 }, (_, i) => ({
      ...entry(i, 1n),
      phone: `+${i}`,
      name: "",
    }));
    const lines = (await messagesCsv(many, plan)).trimEnd().split("\r\n");
    assert.equal(lines.length, 2_002);
    assert.equal(lines.at(-1)?.split(",")[0], "+2000");
  });
});
