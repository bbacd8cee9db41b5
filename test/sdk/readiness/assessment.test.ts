// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  type Assessment,
  assessmentText,
  canonicalJson,
  judge,
  ReadinessError,
  readAssessment,
} from "#sdk/readiness/index.ts";

const assessment: Assessment = {
  programme: "Bons alimentaires, « nord » – السكر",
  organisation: "Baobab Relief",
  answers: { need: { keeper: "yes", shared: "yes" }, value: {}, kind: {}, adapt: {} },
  notes: { need: "The ministry's registry.\nMinutes of 3 June.", value: "", kind: "", adapt: "" },
};
const DAY = "2026-11-21";

function refusal(text: string): string {
  try {
    readAssessment(text);
  } catch (error) {
    if (error instanceof ReadinessError) return error.code;
    throw error;
  }
  return "read";
}

describe("an assessment as a file", () => {
  test("comes back as it was, with its result", () => {
    const { result, day, ...read } = readAssessment(assessmentText(assessment, DAY));
    assert.deepEqual(read, assessment);
    assert.equal(day, DAY);
    assert.deepEqual(result, judge(assessment.answers));
    assert.equal(result.verdict, "database");
  });

  test("has the same bytes however its answers were collected", () => {
    const otherWay: Assessment = {
      notes: { adapt: "", kind: "", value: "", need: assessment.notes.need },
      answers: {
        adapt: {},
        kind: {},
        value: { worth: undefined } as object,
        need: { shared: "yes", keeper: "yes" },
      },
      organisation: assessment.organisation,
      programme: assessment.programme,
    };
    assert.equal(assessmentText(otherWay, DAY), assessmentText(assessment, DAY));
    assert.notEqual(assessmentText(assessment, "2026-11-22"), assessmentText(assessment, DAY));
  });

  test("is refused when it is something else", () => {
    assert.equal(refusal("not JSON"), "READY-101");
    assert.equal(refusal("[]"), "READY-102");
    assert.equal(refusal('{"format":"annona-config-1"}'), "READY-102");
    const text = assessmentText(assessment, DAY);
    assert.equal(refusal(text.replace('"keeper":"yes"', '"keeper":"perhaps"')), "READY-102");
  });

  test("is refused when its result does not follow from its answers", () => {
    const text = assessmentText(assessment, DAY);
    assert.equal(refusal(text.replace('"verdict":"database"', '"verdict":"ready"')), "READY-103");
    assert.equal(refusal(text.replace('"keeper":"yes"', '"keeper":"no"')), "READY-103");
    assert.equal(refusal(text.replace('"verdict":"database"', '"verdict":0.5')), "READY-103");
  });
});

describe("canonical JSON", () => {
  test("orders names by their UTF-16 units, as RFC 8785 shows", () => {
    const names = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\u{1f600}": 5, "\u0080": 6, "\u00f6": 7 };
    assert.equal(
      canonicalJson(names),
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}',
    );
  });

  test("says what JSON says, and only whole numbers", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        if (hasFraction(value)) return;
        assert.deepEqual(JSON.parse(canonicalJson(value as never)), JSON.parse(JSON.stringify(value)));
      }),
    );
    assert.throws(() => canonicalJson([0.1]), RangeError);
  });
});

function hasFraction(value: unknown): boolean {
  if (typeof value === "number") return !Number.isSafeInteger(value) || Object.is(value, -0);
  return typeof value === "object" && value !== null && Object.values(value).some(hasFraction);
}
