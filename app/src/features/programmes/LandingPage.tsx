// SPDX-License-Identifier: Apache-2.0

import { useInfiniteQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import { programmesQuery } from "../../shared/api/index.ts";
import { ProgrammesPage } from "./ProgrammesPage.tsx";

/** The list of programmes; where there is just one, that programme. */
export function LandingPage() {
  const { data } = useInfiniteQuery(programmesQuery());
  const [only, another] = data?.pages[0]?.items ?? [];
  if (only === undefined || another !== undefined) return <ProgrammesPage />;
  return <Navigate to="/programmes/$address" params={{ address: only.address }} replace />;
}
