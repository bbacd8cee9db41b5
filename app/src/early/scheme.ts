// SPDX-License-Identifier: Apache-2.0

/** The key is the one that Mantine writes. */
const STORED_AS = "mantine-color-scheme-value";

/** The colour scheme that the reader chose, or else the system's. */
export function readScheme(): "light" | "dark" {
  const chosen = chosenScheme();
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

function chosenScheme(): string | null {
  try {
    return localStorage.getItem(STORED_AS);
  } catch {
    // Storage is forbidden in some private windows: follow the system.
    return null;
  }
}
