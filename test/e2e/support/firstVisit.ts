// SPDX-License-Identifier: Apache-2.0

import type { Browser } from "playwright-core";

/** What a browser that knows nothing yet asked for, until a page was there. */
export interface FirstVisit {
  /** Questions to the API, with their parameters, in order. */
  readonly questions: readonly string[];
  /** Answers that the page's first script sent for, and that the page never came for. */
  readonly unused: readonly string[];
  /** Scripts that nobody sent for before another script needed them. */
  readonly lateScripts: readonly string[];
  /** Everything else that came: the page, scripts, styles, words, font, icon, configuration. */
  readonly files: readonly string[];
}

/** Open a page with an empty cache, on a telephone. */
export async function visitFirst(
  browser: Browser,
  site: string,
  path: string,
  locale: string,
): Promise<FirstVisit> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, locale });
  try {
    const page = await context.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url().replace(site, "")));
    await page.goto(`${site}${path}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle");
    const isQuestion = (url: string) => url.startsWith("/api/");
    return {
      questions: asked.filter(isQuestion),
      files: asked.filter((url) => !isQuestion(url)),
      unused: await page.evaluate(() => [...(globalThis.annonaEarly?.keys() ?? [])]),
      lateScripts: await page.evaluate(scriptsNobodySentFor),
    };
  } finally {
    await context.close();
  }
}

/** In the page: what was loaded, less what the page and its first script named. */
function scriptsNobodySentFor(): string[] {
  const named = new Set(
    [...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>("link[href], script[src]")].map(
      (element) => ("src" in element ? element.src : element.href),
    ),
  );
  return performance
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter((url) => url.endsWith(".js") && !named.has(url));
}
