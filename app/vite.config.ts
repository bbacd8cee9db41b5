// SPDX-License-Identifier: Apache-2.0

import react from "@vitejs/plugin-react";
import mantine from "postcss-preset-mantine";
import { defineConfig } from "vite";
import { contentPolicy } from "./build/contentPolicy.ts";
import { precompress } from "./build/precompress.ts";
import { themeCss } from "./build/themeCss.ts";

/** Where the history server answers while developing; `npm start` serves the built app from the same address instead. */
const HISTORY_SERVER = process.env.ANNONA_HISTORY_URL ?? "http://127.0.0.1:8787";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), themeCss(), contentPolicy(), precompress()],
  css: { postcss: { plugins: [mantine()] } },
  server: { proxy: { "/api": HISTORY_SERVER } },
  preview: { proxy: { "/api": HISTORY_SERVER } },
  worker: { format: "es" },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    // A data: URL would be one more thing for the content policy to allow.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
