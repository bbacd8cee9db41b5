// SPDX-License-Identifier: Apache-2.0

import { QueryClient } from "@tanstack/react-query";
import { AppError } from "../errors/index.ts";

const MOST_RETRIES = 2;

/** Asks again only where that can help, and also when the browser believes to be offline: the server may be on this machine. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: "always",
        retry: (failures, error) => failures < MOST_RETRIES && error instanceof AppError && error.isPassing,
      },
    },
  });
}
