// SPDX-License-Identifier: Apache-2.0

import "./shared/theme/styles.ts";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { type ReactNode, StrictMode, startTransition } from "react";
import { createRoot } from "react-dom/client";
import { router } from "./router.tsx";
import { makeQueryClient } from "./shared/api/index.ts";
import { loadConfig } from "./shared/config/index.ts";
import { BrokenPage } from "./shared/errors/ErrorPages.tsx";
import { theme } from "./shared/theme/theme.ts";
import { addToWallet, openWallet } from "./shared/wallet/openWallet.ts";
import { wasConnected } from "./shared/wallet/store.ts";
import { LANGUAGE } from "./shared/words/index.ts";

const container = document.getElementById("root");
if (container === null) throw new Error("index.html has no element with the id root");
const reactRoot = createRoot(container);
const queryClient = makeQueryClient();
document.documentElement.lang = LANGUAGE;
addDemonstration();
await start();

/** The pages need to know their chain and servers before the first of them is drawn. */
async function start(): Promise<void> {
  try {
    await loadConfig();
    // Readers need no wallet. Whoever was connected before is shown as soon as its code is there; the console's pages wait for it.
    if (wasConnected()) openWallet().catch(reportLater);
    draw(<Console />);
  } catch (error) {
    draw(<BrokenPage error={error} />);
  }
}

/** The officers of the demonstration; that code is only in the build that is made for it. */
function addDemonstration(): void {
  if (import.meta.env.MODE !== "demo") return;
  addToWallet(async () => (await import("./demo/index.ts")).openDemo());
}

/** The header offers to connect again; nothing that is read depends on it. */
function reportLater(error: unknown): void {
  console.warn("The wallet of the last visit could not be restored.", error);
}

/** As a transition, so that a slow telephone can react while the page is being drawn. */
function draw(content: ReactNode): void {
  startTransition(() => reactRoot.render(framed(content)));
}

function framed(content: ReactNode): ReactNode {
  return (
    <StrictMode>
      {/* The variables come from a style sheet (virtual:theme.css): the content policy forbids styles written by scripts. */}
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        withCssVariables={false}
        withGlobalClasses={false}
      >
        {content}
      </MantineProvider>
    </StrictMode>
  );
}

function Console() {
  return (
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
