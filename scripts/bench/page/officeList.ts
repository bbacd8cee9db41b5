// SPDX-License-Identifier: Apache-2.0

import { syntheticList } from "#sdk/list/synthetic.ts";

const VALUE = 500;

/** A list under the headers that the console knows by themselves, with everything that a row can have. */
export function officeList(households: number): string {
  const [head = "", ...rows] = syntheticList({ households }).csv.trimEnd().split("\r\n");
  const at = (name: string) => head.split(";").indexOf(name);
  const [id, size, village, scope] = [at("nationalId"), at("totalHHSize"), at("village"), at("scope")];
  const [phone, name] = [at("phoneNumber"), at("fullName")];
  const lines = rows.map((row) => {
    const cells = row.split(";");
    const amount = VALUE * Number(cells[size]);
    return [cells[id], amount, cells[village], cells[size], cells[scope], cells[phone], cells[name]].join(
      ";",
    );
  });
  return ["household_id;amount;area;household_size;group;phone;name", ...lines, ""].join("\r\n");
}
