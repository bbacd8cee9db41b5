// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  type Answers,
  type Choice,
  choicesOf,
  isAsked,
  judge,
  NO_ANSWERS,
  type QuestionName,
  questionsOf,
  STAGES,
  type StageName,
} from "#sdk/readiness/index.ts";

/** A programme for which everything speaks. */
export const everythingSpeaksForIt: Answers = {
  need: {
    shared: "yes",
    writers: "yes",
    distrust: "yes",
    keeper: "no",
    rules: "yes",
    history: "yes",
    personal: "yes",
  },
  value: {
    problem: "yes",
    simpler: "no",
    worth: "yes",
    people: "yes",
    partners: "yes",
    funded: "yes",
    leaving: "yes",
  },
  kind: { readers: "everybody", nodes: "parties", known: "yes", control: "yes" },
  adapt: Object.fromEntries(questionsOf("adapt").map((question) => [question, "done"])),
};

function but(stage: StageName, changes: Readonly<Record<string, Choice | undefined>>): Answers {
  return { ...everythingSpeaksForIt, [stage]: { ...everythingSpeaksForIt[stage], ...changes } };
}

describe("what the answers come to", () => {
  test("nothing is decided without answers", () => {
    const { verdict, network, stages } = judge(NO_ANSWERS);
    assert.equal(verdict, "open");
    assert.equal(network, null);
    assert.deepEqual(stages.need.open, questionsOf("need"));
  });

  test("ready only when everything speaks for it", () => {
    const { verdict, network } = judge(everythingSpeaksForIt);
    assert.equal(verdict, "ready");
    assert.equal(network, "publicKnown");
  });

  test("each answer of the first stage alone can say: use an ordinary database", () => {
    for (const question of questionsOf("need")) {
      const against: Choice = question === "keeper" ? "yes" : "no";
      const { verdict, stages } = judge(but("need", { [question]: against }));
      assert.equal(verdict, "database", question);
      assert.deepEqual(stages.need.against, [question]);
      assert.equal(isAsked("value", { stages }), false);
    }
  });

  test("one sure answer against it decides, whatever is still unknown", () => {
    assert.equal(judge({ ...NO_ANSWERS, need: { keeper: "yes" } }).verdict, "database");
    assert.equal(judge({ ...NO_ANSWERS, need: { keeper: "unsure" } }).verdict, "open");
  });

  test("a tool that fits may still not pay", () => {
    for (const question of ["problem", "worth", "people"] as const)
      assert.equal(judge(but("value", { [question]: "no" })).verdict, "notWorth", question);
    assert.equal(judge(but("value", { simpler: "yes" })).verdict, "notWorth");
    for (const question of ["partners", "funded", "leaving"] as const)
      assert.equal(judge(but("value", { [question]: "no" })).verdict, "conditions", question);
  });

  test("wishes that cannot be had together are named", () => {
    assert.deepEqual(judge(but("kind", { nodes: "one" })).stages.kind.against, ["onePartyOnly"]);
    const impossible = judge(but("kind", { nodes: "public", readers: "parties" }));
    assert.equal(impossible.verdict, "rethink");
    assert.equal(impossible.network, null);
    assert.deepEqual(impossible.stages.kind.against, ["publicForFew", "publicUnknown", "publicControl"]);
  });

  test("the kind of network follows from who reads and who keeps it", () => {
    assert.equal(judge(but("kind", { nodes: "public", known: "no", control: "no" })).network, "publicOpen");
    assert.equal(judge(but("kind", { readers: "parties" })).network, "consortium");
  });

  test("nothing starts before law, data protection, governance, keys and security are settled", () => {
    for (const question of ["legal", "protection", "governance", "keys", "security"] as const)
      assert.equal(judge(but("adapt", { [question]: "notYet" })).verdict, "adaptFirst", question);
    const later = judge(but("adapt", { offline: "notYet", energy: "notNeeded" }));
    assert.equal(later.verdict, "conditions");
    assert.deepEqual(later.stages.adapt.against, ["offline"]);
  });

  test("an answer that the question does not offer counts as none", () => {
    assert.equal(judge(but("need", { shared: "done" })).verdict, "open");
    assert.equal(judge(but("adapt", { legal: "notNeeded" })).verdict, "open");
  });

  test("any answers: a verdict never rests on a stage after a no, and more doubt never makes it better", () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...STAGES), fc.nat(), (answers, stage, at) => {
        const result = judge(answers);
        const first = STAGES.find(
          (name) => result.stages[name].outcome === "no" || result.stages[name].outcome === "open",
        );
        const hopeful = ["ready", "conditions"].includes(result.verdict);
        assert.equal(hopeful, first === undefined);
        const questions = questionsOf(stage);
        const question = questions[at % questions.length] ?? "shared";
        const doubtful = judge({ ...answers, [stage]: { ...answers[stage], [question]: undefined } });
        if (["ready", "conditions"].includes(doubtful.verdict))
          assert.fail(`${stage}.${question} unanswered: ${doubtful.verdict}`);
      }),
    );
  });
});

const anyAnswers: fc.Arbitrary<Answers> = fc.record({
  need: anyOf("need"),
  value: anyOf("value"),
  kind: anyOf("kind"),
  adapt: anyOf("adapt"),
});

function anyOf(stage: StageName): fc.Arbitrary<Readonly<Partial<Record<QuestionName, Choice>>>> {
  const fields = questionsOf(stage).map((question) => [
    question,
    fc.constantFrom(...choicesOf(stage, question)),
  ]);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
}
