// SPDX-License-Identifier: Apache-2.0

import { existsSync, realpathSync } from "node:fs";
import { dirname, resolve, sep } from "node:path";
import type { Plugin } from "vite";

/**
 * Refuses to build into a folder that holds the sources, by whatever link it is named: a build begins with emptying its folder.
 */
export function safeOutDir(): Plugin {
  return {
    name: "annona-safe-out-dir",
    apply: "build",
    enforce: "pre",
    configResolved({ root, build }) {
      const sources = `${realpathSync(root)}${sep}`;
      const out = `${realFolder(resolve(root, build.outDir))}${sep}`;
      if (sources.startsWith(out))
        throw new Error(`${build.outDir} holds the sources: build into another folder`);
    },
  };
}

/** Where a folder really is; of one that is not there yet, where it would be. */
function realFolder(folder: string): string {
  if (existsSync(folder)) return realpathSync(folder);
  const parent = dirname(folder);
  return parent === folder ? folder : `${realFolder(parent)}${folder.slice(parent.length)}`;
}
