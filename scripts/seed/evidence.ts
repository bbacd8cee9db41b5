// SPDX-License-Identifier: Apache-2.0
import { keccak256, toUtf8Bytes } from "ethers";

/** A file of the demonstration's partner, whose hash is on the ledger. */
export interface DemoDocument {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
  /** keccak256 of the bytes. */
  readonly hash: string;
}

function text(name: string, lines: readonly string[]): DemoDocument {
  const bytes = toUtf8Bytes(`${lines.join("\n")}\n`);
  return { name, mime: "text/plain", bytes, hash: keccak256(bytes) };
}

/** What each milestone of both agreements asks for, in their order. */
export const demoDescriptions = {
  boreholes: [
    text("siting.txt", [
      "Siting survey",
      "Geophysical survey of eight villages; four sites proposed and agreed with them.",
    ]),
    text("drilling.txt", [
      "Drilling",
      "Four boreholes of at least 40 m, each tested for 24 hours with its yield measured.",
    ]),
    text("pumps.txt", [
      "Hand pumps",
      "Four hand pumps with aprons and drains; two caretakers trained in each village.",
    ]),
    text("water.txt", [
      "Water quality",
      "Laboratory results of all four boreholes in both seasons, explained to the villages.",
    ]),
  ],
  radio: [
    text("production.txt", [
      "Advance for production",
      "Scripts and recordings in three languages; spending accounted for within 60 days.",
    ]),
    text("broadcasts.txt", [
      "Broadcasts",
      "Ninety broadcasts on three stations within three months, by the stations' logs.",
    ]),
    text("listening.txt", [
      "Listening groups",
      "Travel of facilitators to thirty listening groups, by receipts.",
    ]),
  ],
} as const;

/** What the partner has submitted so far, for the first milestones of the first agreement. */
export const demoEvidence = [
  text("siting-report.txt", [
    "Siting survey, report",
    "Eight villages surveyed from 2 to 13 September; resistivity profiles in annex 1.",
    "Sites agreed: Teremo north, Akasi school, Obalu well field, Kiluno market.",
  ]),
  text("drilling-report.txt", [
    "Drilling, completion report",
    "Depths 43 m, 47 m, 52 m and 41 m. Yields after 24 hours: 1.1, 1.4, 0.9 and 1.2 litres a second.",
    "Drilling logs in annex 1, pumping tests in annex 2.",
  ]),
  text("pumps-report.txt", [
    "Hand pumps, handover record",
    "Four pumps installed and running; eight caretakers trained, attendance in annex 1.",
  ]),
] as const;
