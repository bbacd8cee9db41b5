// SPDX-License-Identifier: Apache-2.0
// Sets the colour scheme before the first paint, so that a dark screen does not flash white. It is a file and not an
// inline script, so that the content policy can forbid inline scripts. The key is the one that Mantine writes.
(() => {
  const systemScheme = () => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const chosenScheme = () => {
    try {
      return localStorage.getItem("mantine-color-scheme-value");
    } catch {
      // Storage is forbidden in some private windows: follow the system.
      return null;
    }
  };
  const chosen = chosenScheme();
  document.documentElement.dataset.mantineColorScheme =
    chosen === "light" || chosen === "dark" ? chosen : systemScheme();
})();
