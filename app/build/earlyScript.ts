// SPDX-License-Identifier: Apache-2.0

import { join } from "node:path";
import { build, type Plugin, type Rolldown } from "vite";
import type { PageFiles } from "../src/early/early.ts";
import { PUBLIC_PAGES } from "../src/early/pages.ts";

const SOURCE = "src/early/early.ts";
const WORDS = /[\\/]words[\\/](?:\w+\.)?(en|fr|ar)\.ts$/;
/** Sentences of errors in other languages, which every page waits for as well. */
const SENTENCES = /[\\/]errors[\\/](french|arabic)[\\/]index\.ts$/;
const LANGUAGES: Readonly<Record<string, string>> = { french: "fr", arabic: "ar" };
/** What pages for everybody share (pagesChunk.ts). */
const SHARED = "pages";

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

/**
 * Writes the first script of the page, which has to know the names of all files, and so is made last; and puts it into the page,
 * together with the style sheet that all pages for everybody share.
 */
export function earlyScript(): Plugin {
  let root = "";
  return {
    name: "annona-early-script",
    enforce: "post",
    config: (_, { command }) => (command === "serve" ? { define: { EARLY_PAGES: "[]" } } : {}),
    configResolved(config) {
      root = config.root;
    },
    transformIndexHtml: (_, { server }) =>
      server ? [{ tag: "script", attrs: { type: "module", src: `/${SOURCE}` }, injectTo: "head" }] : [],
    async generateBundle(_, bundle) {
      const html = bundle["index.html"];
      if (html?.type !== "asset") return;
      const page = String(html.source);
      const source = await compile(join(root, SOURCE), pageFiles(bundle, page));
      const file = this.getFileName(this.emitFile({ type: "asset", name: "early.js", source }));
      html.source = page
        .replace("</title>", `</title>\n    <script src="/${file}"></script>`)
        .replace(/<link rel="stylesheet"[^>]*>/, (link) => [link, ...sharedStyles(bundle)].join("\n    "));
    },
  };
}

/** One classic script without imports. */
async function compile(source: string, pages: readonly PageFiles[]): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    define: { EARLY_PAGES: JSON.stringify(pages) },
    build: {
      write: false,
      emptyOutDir: false,
      copyPublicDir: false,
      lib: { entry: source, formats: ["iife"], name: "annona" },
    },
  });
  const [{ output }] = [built].flat() as Rolldown.RolldownOutput[] as [Rolldown.RolldownOutput];
  return output[0].code;
}

function pageFiles(bundle: Bundle, html: string): PageFiles[] {
  const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
  return PUBLIC_PAGES.map(({ path, feature, asks }): PageFiles => {
    const entry = chunks.find(({ facadeModuleId, moduleIds }) =>
      [facadeModuleId ?? "", ...moduleIds].some((id) => id.endsWith(`/src/features/${feature}/index.ts`)),
    );
    const start = chunks.find(({ isEntry }) => isEntry);
    if (entry === undefined || start === undefined) throw new Error(`the build has no page ${feature}`);
    const needed = [...reachedFrom(bundle, [start, entry])];
    const styles = needed.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]);
    const named = [...needed.map(({ fileName }) => fileName), ...styles].filter(
      (file) => !html.includes(file) && !sharedStyles(bundle).some((link) => link.includes(file)),
    );
    return {
      match: `^${path.replace("$address", "([^/]+)")}/?$`,
      asks,
      files: [...new Set(named)].map((file) => `/${file}`),
      words: wordsOf(bundle, needed),
    };
  });
}

/** All that is imported before these can run. */
function reachedFrom(bundle: Bundle, from: readonly Chunk[]): Set<Chunk> {
  const reached = new Set(from);
  for (const { imports } of reached) {
    for (const name of imports) {
      const chunk = bundle[name];
      if (chunk?.type === "chunk") reached.add(chunk);
    }
  }
  return reached;
}

/** Files with the words of chunks, by language, and what only these import. */
function wordsOf(bundle: Bundle, chunks: readonly Chunk[]): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const name of new Set(chunks.flatMap(({ dynamicImports }) => dynamicImports))) {
    const chunk = bundle[name];
    if (chunk?.type !== "chunk") continue;
    const language = chunk.moduleIds.map(languageOf).find((known) => known !== undefined);
    if (language === undefined) continue;
    const own = [...reachedFrom(bundle, [chunk])].filter((needed) => !chunks.includes(needed));
    found[language] = [
      ...new Set([...(found[language] ?? []), ...own.map(({ fileName }) => `/${fileName}`)]),
    ];
  }
  return found;
}

function languageOf(module: string): string | undefined {
  return WORDS.exec(module)?.[1] ?? LANGUAGES[SENTENCES.exec(module)?.[1] ?? ""];
}

/** Links to the style sheets of what pages for everybody share. */
function sharedStyles(bundle: Bundle): string[] {
  const shared = Object.values(bundle).filter((file) => file.type === "chunk" && file.name === SHARED);
  return shared
    .flatMap((chunk) => (chunk.type === "chunk" ? [...(chunk.viteMetadata?.importedCss ?? [])] : []))
    .map((file) => `<link rel="stylesheet" crossorigin href="/${file}">`);
}
