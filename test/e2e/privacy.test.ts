// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { DatabaseSync } from "node:sqlite";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { id as keccakOfText, toBeHex } from "ethers";
import { parseRecords } from "#sdk/list/parseRecords.ts";
import { createCommitter, normaliseIdentifier } from "#sdk/list/index.ts";
import { syntheticList } from "#sdk/list/synthetic.ts";
import { caughtUp, endInOrder, historyFile, serveHistory } from "./support/historyProcess.ts";
import { CONSORTIUM_KEY, type Month, type Scene, sceneAt, undisturbedMonth } from "./support/stages.ts";

const SHARED = fileURLToPath(new URL("../../../shared/data/lists/121-excel-999.csv", import.meta.url));
const PERSONAL = ["nationalId", "phoneNumber", "fullName"] as const;
/** Shorter numbers stand everywhere by chance: they are looked for as hashes only. */
const SHORTEST_NUMBER = 6;
