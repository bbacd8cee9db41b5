// SPDX-License-Identifier: Apache-2.0

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Plugin, type Rolldown } from "vite";
import { projectFolder } from "../../house/run.ts";
import { firstLoad } from "./firstLoad.ts";

/** What a browser fetches. */
export interface Load {
  /** JavaScript in bytes, each file by itself through gzip, as the build writes it beside the file. */
  readonly bytes: number;
  readonly files: readonly string[];
}

/** A feature's page and what a browser fetches to show it first. */
export interface PageLoad extends Load {
  /** The folder of the feature: "documents". */
  readonly feature: string;
  readonly audience: "public" | "operator";
}

/** What a build of the app holds. */
export interface BuiltApp {
  readonly pages: readonly PageLoad[];
  /** What every page of the console needs before it draws: without the page itself, and without the ledger's library that pages bring. */
  readonly consoleStart: Load;
  /** Text of each script by file name. */
  readonly scripts: ReadonlyMap<string, string>;
}

const APP = join(projectFolder, "app");
const ENTRY = join(APP, "index.html");
/** Pages whose address is only asked for by people at work; all others are for everybody. */
const CONSOLE_PAGES = join(APP, "src", "consolePages.ts");
/** Talks to wallets; the routing waits for it before a page of the console. */
const WALLET = join(APP, "src", "shared", "wallet", "kit.ts");
const OFFICER = join(APP, "src", "shared", "wallet", "OfficerHeader.tsx");
const OFFICE = join(APP, "src", "shared", "office", "OfficeBanner.tsx");
/** Modules beside main.tsx: what they import later is a page. */
const ROUTING = /[\\/]app[\\/]src[\\/][\w-]+\.tsx?$/;
const FEATURE = /[\\/]app[\\/]src[\\/]features[\\/](\w+)[\\/]index\.tsx?$/;

/** Build the app as it is published, and sum up the first load of every page. */
export async function measureBundle(): Promise<BuiltApp> {
  const folder = await mkdtemp(join(tmpdir(), "annona-bundle-"));
  const laterImports = new Map<string, readonly string[]>();
  try {
    const built = await build({
      root: APP,
      configFile: join(APP, "vite.config.ts"),
      logLevel: "error",
      plugins: [noteLaterImports(laterImports)],
      build: { outDir: folder, emptyOutDir: true },
    });
    if (!("output" in built)) throw new Error("the build made no single output");
    return sumUp(built.output, laterImports);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Which modules the routing imports when a page is opened. */
function noteLaterImports(into: Map<string, readonly string[]>): Plugin {
  return {
    name: "annona-note-later-imports",
    generateBundle() {
      for (const id of this.getModuleIds()) {
        if (ROUTING.test(id)) into.set(id, this.getModuleInfo(id)?.dynamicallyImportedIds ?? []);
      }
    },
  };
}

function sumUp(
  output: Rolldown.RolldownOutput["output"],
  laterImports: ReadonlyMap<string, readonly string[]>,
): BuiltApp {
  const chunks = output.filter((file) => file.type === "chunk");
  const sizes = new Map(chunks.map(({ fileName, code }) => [fileName, gzipSync(code, { level: 9 }).length]));
  const load = (...entries: string[]): Load => {
    const files = [...firstLoad(chunks, entries)];
    return { files, bytes: files.reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0) };
  };
  const pages = [...laterImports].flatMap(([importer, ids]) =>
    ids.flatMap((id): PageLoad[] => {
      const feature = FEATURE.exec(id)?.[1];
      if (feature === undefined) return [];
      if (importer !== CONSOLE_PAGES) return [{ feature, audience: "public", ...load(ENTRY, id) }];
      return [{ feature, audience: "operator", ...load(ENTRY, WALLET, OFFICER, OFFICE, id) }];
    }),
  );
  return {
    pages,
    consoleStart: load(ENTRY, WALLET, OFFICER, OFFICE),
    scripts: new Map(chunks.map(({ fileName, code }) => [fileName, code])),
  };
}

/** The page of an audience that costs the most. */
export function heaviest(pages: readonly PageLoad[], audience: PageLoad["audience"]): PageLoad {
  const [first] = pages.filter((page) => page.audience === audience).sort((a, b) => b.bytes - a.bytes);
  if (first === undefined) throw new Error(`the build has no ${audience} page`);
  return first;
}
