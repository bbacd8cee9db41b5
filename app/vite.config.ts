// SPDX-License-Identifier: Apache-2.0

import react from "@vitejs/plugin-react";
import mantine from "postcss-preset-mantine";
import { defineConfig } from "vite";
import { contentPolicyTag } from "./build/contentPolicy.ts";
import { earlyScript } from "./build/earlyScript.ts";
import { pagesGroups } from "./build/pagesChunk.ts";
import { precompress } from "./build/precompress.ts";
import { safeOutDir } from "./build/safeOutDir.ts";
import { startGroup } from "./build/startChunk.ts";
import { themeCss } from "./build/themeCss.ts";
import { noWaitingWords, wordGroups } from "./build/wordChunks.ts";

/** Where a started Annona answers while developing; `npm start` serves the built app from the same address instead. */
const SERVER = process.env.ANNONA_HISTORY_URL ?? "http://127.0.0.1:8787";
const proxy = { "/api": SERVER, "/config.json": SERVER, "/demo.json": SERVER };

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    safeOutDir(),
    react(),
    themeCss(),
    contentPolicyTag(),
    noWaitingWords(),
    earlyScript(),
    precompress(),
  ],
  css: { postcss: { plugins: [mantine()] } },
  server: { proxy },
  preview: { proxy },
  worker: { format: "es" },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    // A data: URL would be one more thing for the content policy to allow.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // Every script would carry the names of all scripts that pages of the console may want; what pages for everybody want, the first
      // script of the page sends for (earlyScript). Style sheets have to be there before a page is drawn.
      resolveDependencies: (_, files, { hostType }) =>
        hostType === "html" ? files : files.filter((file) => file.endsWith(".css")),
    },
    rolldownOptions: {
      treeshake: {
        moduleSideEffects: [
          // Words files have no effects of their own: a page that needs one of them does not wait for the others.
          { test: /[\\/]words[\\/]/, sideEffects: false },
          // Nor has the list of what a folder offers: whoever takes one thing from it does not get the others.
          { test: /[\\/](?:shared|sdk)[\\/].*[\\/]index\.ts$/, sideEffects: false },
        ],
      },
      output: { codeSplitting: { groups: [...wordGroups(), startGroup(), ...pagesGroups()] } },
    },
  },
});
