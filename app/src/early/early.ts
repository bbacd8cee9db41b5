// SPDX-License-Identifier: Apache-2.0
// The first script of a page, before its first paint. It is a file of its own, so that the content policy can forbid inline scripts, and
// small, because everything else waits for it. It sets the colours, so that a dark screen does not flash white, and sends for what the
// page will need: its files, its configuration and its figures would otherwise wait for each other, one trip to the server each.
import { keepEarly } from "../shared/early/earlyAnswers.ts";
import { LANGUAGE, PAGE_LANGUAGE, SHELL_DIRECTION } from "../shared/words/locale.ts";
import { ASKED_EVERYWHERE } from "./pages.ts";
import { readScheme } from "./scheme.ts";

/** What the build knows of a page. */
export interface PageFiles {
  /** An expression that its addresses match; what it captures is the contract's address. */
  readonly match: string;
  readonly asks: readonly string[];
  /** Scripts and style sheets beyond those that index.html names. */
  readonly files: readonly string[];
  /** Files of words by language. */
  readonly words: Readonly<Record<string, readonly string[]>>;
}

/** Of every page for everybody; put here by the build. */
declare const EARLY_PAGES: readonly PageFiles[];

const CONFIG = "/config.json";

const { documentElement: root, head } = document;
root.dataset.mantineColorScheme = readScheme();
root.lang = LANGUAGE;
root.dir = SHELL_DIRECTION;
const page = EARLY_PAGES.find(({ match }) => new RegExp(match).test(location.pathname));
if (page) sendFor(page);

function sendFor({ match, asks, files, words }: PageFiles): void {
  for (const file of [...files, ...new Set([...(words[LANGUAGE] ?? []), ...(words[PAGE_LANGUAGE] ?? [])])])
    preload(file);
  const address = new RegExp(match).exec(location.pathname)?.[1] ?? "";
  // With a search in its address a page asks for other things, which only it knows.
  const questions = location.search === "" ? [...ASKED_EVERYWHERE, ...asks] : ASKED_EVERYWHERE;
  const config = keepEarly(CONFIG);
  // Whatever goes wrong here goes wrong again for the page, which says so.
  void config
    .then((answer) => answer.clone().json())
    .then((read) => {
      for (const url of questions.flatMap((path) => placesOf(path.replace("$address", address), read)))
        void keepEarly(url).catch(() => undefined);
    })
    .catch(() => undefined);
}

function preload(file: string): void {
  const link = document.createElement("link");
  const isStyle = file.endsWith(".css");
  link.rel = isStyle ? "preload" : "modulepreload";
  if (isStyle) link.as = "style";
  link.crossOrigin = "";
  link.href = file;
  head.append(link);
}

/** Where the answer to a question is: at the server or, where there is none, in the files of a snapshot. */
function placesOf(path: string, config: { historyUrl?: unknown; snapshotUrl?: unknown }): string[] {
  const { historyUrl, snapshotUrl } = config;
  if (typeof historyUrl === "string") return [historyUrl + path];
  if (typeof snapshotUrl !== "string") return [];
  const folder = snapshotUrl.replace(/\/$/, "");
  const file = `${folder}${path.replace(/\?.*/, "")}.json`;
  return path === "/api/status" ? [file, `${folder}/api/snapshot.json`] : [file];
}
