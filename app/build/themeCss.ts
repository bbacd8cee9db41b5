// SPDX-License-Identifier: Apache-2.0

import {
  convertCssVariables,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from "@mantine/core";
import type { Plugin } from "vite";
import { cssVariables, theme } from "../src/shared/theme/theme.ts";

const PUBLIC_NAME = "virtual:theme.css";
const RESOLVED_NAME = "\0virtual:theme.css";

/**
 * Serves the theme's CSS variables as a style sheet. Mantine would write them into a `<style>` element while the page runs,
 * which a content policy without `unsafe-inline` forbids.
 */
export function themeCss(): Plugin {
  return {
    name: "annona-theme-css",
    resolveId: (id) => (id === PUBLIC_NAME ? RESOLVED_NAME : undefined),
    load: (id) => (id === RESOLVED_NAME ? themeVariables() : undefined),
  };
}

function themeVariables(): string {
  const merged = mergeMantineTheme(DEFAULT_THEME, theme);
  const base = defaultCssVariablesResolver(merged);
  const own = cssVariables(merged);
  return convertCssVariables({
    variables: { ...base.variables, ...own.variables },
    light: { ...base.light, ...own.light },
    dark: { ...base.dark, ...own.dark },
  });
}
