// SPDX-License-Identifier: Apache-2.0

import type { MiddlewareHandler } from "hono";
import type { Role } from "#sdk/agency/index.ts";
import { officeError } from "../errors.ts";
import type { Caller } from "../session/caller.ts";
import type { OfficeEnv } from "./parts.ts";

/**
 * Let officers through who hold one of the roles; without roles any officer. Terminals and parties to agreements are not officers.
 * @throws OfficeError OFFICE-201, OFFICE-202, OFFICE-211.
 */
export function officers(...roles: readonly Role[]): MiddlewareHandler<OfficeEnv> {
  return async (c, next) => {
    const caller = c.get("caller");
    requireOfficer(caller);
    if (roles.length > 0 && !roles.some((role) => caller.roles.has(role))) {
      throw officeError("wrongRole", { roles: roles.join(" or ") });
    }
    await next();
  };
}

/** @throws OfficeError OFFICE-202, OFFICE-211. */
export function requireOfficer({ kind }: Caller): void {
  if (kind === "terminal") throw officeError("notForTerminals");
  if (kind === "party") throw officeError("notForParties");
}

/** Keeps parties to agreements away from everything that is registered after it. @throws OfficeError OFFICE-211. */
export const refuseParties: MiddlewareHandler<OfficeEnv> = async (c, next) => {
  if (c.get("caller").kind === "party") throw officeError("notForParties");
  await next();
};
