// SPDX-License-Identifier: Apache-2.0

import "./shared/theme/styles.ts";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { router } from "./router.tsx";
import { makeQueryClient } from "./shared/api/index.ts";
import { loadConfig } from "./shared/config/index.ts";
import { BrokenPage } from "./shared/errors/ErrorPages.tsx";
import { theme } from "./shared/theme/theme.ts";
import { type WalletAddition, WalletProvider } from "./shared/wallet/index.ts";
import { LANGUAGE } from "./shared/words/index.ts";

const container = document.getElementById("root");
if (container === null) throw new Error("index.html has no element with the id root");
const reactRoot = createRoot(container);
const queryClient = makeQueryClient();
document.documentElement.lang = LANGUAGE;
await start();

/** The pages need to know their chain and servers before the first of them is drawn. */
async function start(): Promise<void> {
  try {
    const [addition] = await Promise.all([demonstration(), loadConfig()]);
    draw(<Console addition={addition} />);
  } catch (error) {
    draw(<BrokenPage error={error} />);
  }
}

/** The officers of the demonstration; that code is only in the build that is made for it. */
async function demonstration(): Promise<WalletAddition | undefined> {
  if (import.meta.env.MODE !== "demo") return undefined;
  const { openDemo } = await import("./demo/index.ts");
  return await openDemo();
}

function draw(content: ReactNode): void {
  reactRoot.render(
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
    </StrictMode>,
  );
}

function Console({ addition }: { readonly addition: WalletAddition | undefined }) {
  return (
    <QueryClientProvider client={queryClient}>
      <WalletProvider addition={addition}>
        <RouterProvider router={router} />
      </WalletProvider>
    </QueryClientProvider>
  );
}
