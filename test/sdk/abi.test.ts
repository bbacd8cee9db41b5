// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { type Fragment, Interface } from "ethers";

/** One address made of several contracts, each handing what it does not know to the next. */
interface Whole {
  readonly specification: string;
  readonly folder: string;
  readonly parts: readonly string[];
}

const WHOLES: readonly Whole[] = [
  {
    specification: "IProgramme",
    folder: "programmes",
    parts: ["Programme", "ProgrammeOffice", "ProgrammeShops"],
  },
  {
    specification: "IMilestoneAgreement",
    folder: "agreements",
    parts: ["MilestoneAgreement", "AgreementOffice"],
  },
];

/** What the parts have beyond the specification: getters of the mixins. */
const EXTRAS = ["ACT_LAPSES_AFTER()", "eip712Domain()"];

function abiOf(path: string): Interface {
  const url = new URL(`../../artifacts/contracts/${path}`, import.meta.url);
  const { abi } = JSON.parse(readFileSync(url, "utf8")) as {
    abi: ConstructorParameters<typeof Interface>[0];
  };
  return new Interface(abi);
}

function signatures(abi: Interface, type: Fragment["type"]): string[] {
  return abi.fragments
    .filter((fragment) => fragment.type === type)
    .map((fragment) => fragment.format("sighash"));
}

/** Names, parameters, indexed fields and results, so that a change of any of them shows. */
function declarations(abi: Interface, type: Fragment["type"]): string[] {
  return abi.fragments
    .filter((fragment) => fragment.type === type)
    .map((fragment) => fragment.format("minimal"));
}

for (const whole of WHOLES) {
  const specification = abiOf(`interfaces/${whole.specification}.sol/${whole.specification}.json`);
  const parts = whole.parts.map((name) => ({ name, abi: abiOf(`${whole.folder}/${name}.sol/${name}.json`) }));

  describe(`the parts of ${whole.specification}`, () => {
    it("serve every function, each in exactly one part", () => {
      const served = signatures(specification, "function").map((signature) => ({
        signature,
        by: parts
          .filter((part) => signatures(part.abi, "function").includes(signature))
          .map((part) => part.name),
      }));
      assert.ok(served.length > 40);
      assert.deepEqual(
        served.filter(({ by }) => by.length !== 1),
        [],
      );
    });

    it("serve them as declared", () => {
      const all = new Set(parts.flatMap((part) => declarations(part.abi, "function")));
      assert.deepEqual(
        declarations(specification, "function").filter((declaration) => !all.has(declaration)),
        [],
      );
    });

    it("serve nothing else than the getters of their mixins", () => {
      const known = new Set([...signatures(specification, "function"), ...EXTRAS]);
      const all = parts.flatMap((part) => signatures(part.abi, "function"));
      assert.deepEqual(
        all.filter((signature) => !known.has(signature)),
        [],
      );
    });

    for (const type of ["event", "error"] as const) {
      it(`know every ${type} of the specification`, () => {
        const all = new Set(parts.flatMap((part) => declarations(part.abi, type)));
        const declared = declarations(specification, type);
        assert.ok(declared.length > 20);
        assert.deepEqual(
          declared.filter((declaration) => !all.has(declaration)),
          [],
        );
      });
    }
  });
}
