// SPDX-License-Identifier: Apache-2.0
// `npm run gas:snapshot`: measures gas and writes it to test/gas, to be looked at and committed.
import { measureAll, writeFigures } from "../proof/gasFiles.ts";

const figured = await measureAll();
writeFigures(figured);
console.log(
  `Wrote ${Object.keys(figured.osaka.most).length} functions on osaka and amsterdam, and ${Object.keys(figured.bench).length} paths of the bench, to test/gas.`,
);
