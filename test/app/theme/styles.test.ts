// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { existsSync, globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));
const APP = join(PROJECT, "app", "src");
const STYLES = join(PROJECT, "node_modules", "@mantine", "core", "styles");

/** Style sheets of the parts that a component is made of; its own, where it has one, goes without saying. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  Autocomplete: ["Input", "Combobox", "Popover", "ScrollArea"],
  Checkbox: ["InlineInput"],
  FileInput: ["Input"],
  MultiSelect: ["Input", "Combobox", "Popover", "ScrollArea", "PillsInput", "Pill"],
  NativeSelect: ["Input"],
  NumberInput: ["Input"],
  PasswordInput: ["Input", "ActionIcon"],
  Radio: ["InlineInput"],
  SegmentedControl: ["FloatingIndicator"],
  Select: ["Input", "Combobox", "Popover", "ScrollArea"],
  Switch: ["InlineInput"],
  TextInput: ["Input"],
  Textarea: ["Input"],
};

test("every component of Mantine that a page uses has its style sheets in the app", async () => {
  const styles = await readFile(join(APP, "shared", "theme", "styles.ts"), "utf8");
  const missing = new Set<string>();
  for (const path of globSync("**/*.tsx", { cwd: APP })) {
    for (const component of componentsIn(await readFile(join(APP, path), "utf8"))) {
      for (const sheet of [component, ...(PARTS[component] ?? [])]) {
        if (existsSync(join(STYLES, `${sheet}.layer.css`)) && !styles.includes(`/${sheet}.layer.css`)) {
          missing.add(`${sheet}.layer.css for ${component} in ${path}`);
        }
      }
    }
  }
  assert.deepEqual([...missing], []);
});

function componentsIn(source: string): string[] {
  const imports = source.matchAll(/import (?:type )?\{([^}]*)\} from "@mantine\/core"/g);
  return [...imports].flatMap(([, names]) =>
    (names ?? "").split(",").map((name) => name.trim().replace(/^type /, "")),
  );
}
