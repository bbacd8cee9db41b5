// SPDX-License-Identifier: Apache-2.0
import { keccak256, toUtf8Bytes } from "ethers";
import { descriptionPaper, documentsPaper, type Paper } from "#sdk/agreements/index.ts";

/** A file of the demonstration's agreements, whose hash is on the ledger. */
export interface DemoDocument extends Paper {
  readonly name: string;
}

/** What each milestone of the agreements asks for, in their order. */
export const demoDescriptions = {
  boreholes: [
    "Geophysical survey of eight villages; four sites proposed and agreed with them.",
    "Four boreholes of at least 40 m, each tested for 24 hours with its yield measured.",
    "Four hand pumps with aprons and drains; two caretakers trained in each village.",
    "Laboratory results of all four boreholes in both seasons, explained to the villages.",
  ].map(description),
  radio: [
    "Advance for scripts and recordings in three languages; spending accounted for within 60 days.",
    "Ninety broadcasts on three stations within three months, by the stations' logs.",
    "Travel of facilitators to thirty listening groups, by receipts.",
  ].map(description),
  solar: [
    "Three solar pumps ordered against two written offers; delivery note and customs papers.",
    "Pumps installed at three health posts; each yields 15 cubic metres a day for a week.",
  ].map(description),
} as const;

const budget = file("budget.txt", ["Budget of the agreement by milestone, as annexed to the contract."]);
/** What belongs to each agreement. */
export const demoAnnexes = [
  { ...documentsPaper([{ hash: budget.hash, title: "Budget" }]), name: "documents.txt" },
  budget,
] as const;

/** What the partner has submitted so far, for the first milestones of the first agreement. */
export const demoEvidence = [
  file("siting-report.txt", [
    "Siting survey, report",
    "Eight villages surveyed from 2 to 13 September; resistivity profiles in annex 1.",
    "Sites agreed: Teremo north, Akasi school, Obalu well field, Kiluno market.",
  ]),
  file("drilling-report.txt", [
    "Drilling, completion report",
    "Depths 43 m, 47 m, 52 m and 41 m. Yields after 24 hours: 1.1, 1.4, 0.9 and 1.2 litres a second.",
    "Drilling logs in annex 1, pumping tests in annex 2.",
  ]),
  file("pumps-report.txt", [
    "Hand pumps, handover record",
    "Four pumps installed and running; eight caretakers trained, attendance in annex 1.",
  ]),
] as const;

/** What the partner has submitted for the first milestone of the agreement that is paid in ether. */
export const solarEvidence = file("delivery-note.txt", [
  "Solar pumps, delivery note",
  "Three pumps with panels and controllers received on the ninth; offers and customs papers in annex 1.",
]);

function file(name: string, lines: readonly string[]): DemoDocument {
  const bytes = new Uint8Array(toUtf8Bytes(`${lines.join("\n")}\n`));
  return { name, bytes, hash: keccak256(bytes) };
}

function description(text: string, index: number): DemoDocument {
  return { ...descriptionPaper(text), name: `milestone-${index + 1}.txt` };
}
