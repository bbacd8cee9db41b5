// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import type { Desk } from "./desk.ts";

/** More stops than any page has. */
const MOST_STOPS = 150;

/** Somebody who works without a mouse: everything goes by Tab, Enter, Space, the arrows and typing. */
export class Keyboard {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Tab on until a control has the focus, and see that the focus shows. */
  async reach(control: Locator): Promise<void> {
    await this.#tabUntil(control, isFocused);
    assert.ok(
      await control.evaluate((element) => element.matches(":focus-visible")),
      `no visible focus on ${control}`,
    );
  }

  /** Press a button, or follow a link. */
  async press(control: Locator, key: "Enter" | "Space" = "Enter"): Promise<void> {
    await this.reach(control);
    await this.#desk.page.keyboard.press(key);
  }

  /** Type over what is in a field. */
  async type(field: Locator, text: string): Promise<void> {
    await this.reach(field);
    await this.#desk.page.keyboard.press("ControlOrMeta+A");
    await this.#desk.page.keyboard.type(text);
  }

  /** Choose from a list by typing how the entry begins. */
  async select(list: Locator, entry: string): Promise<void> {
    await this.reach(list);
    await this.#desk.page.keyboard.type(entry);
    const chosen = await list.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.text);
    assert.ok(chosen?.startsWith(entry), `"${chosen}" is chosen instead of "${entry}"`);
  }

  /** Choose a file by its button. */
  async chooseFile(button: Locator, name: string, content: string): Promise<void> {
    const choosing = this.#desk.page.waitForEvent("filechooser");
    await this.press(button);
    await (await choosing).setFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
  }

  async #tabUntil(control: Locator, isThere: (element: Element) => boolean): Promise<void> {
    await control.waitFor();
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      if (await control.evaluate(isThere)) return;
      await this.#desk.page.keyboard.press("Tab");
    }
    const focused = await this.#desk.page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
    assert.fail(`${control} is not reached by Tab; the focus is on ${focused}`);
  }
}

function isFocused(element: Element): boolean {
  return element === document.activeElement;
}
