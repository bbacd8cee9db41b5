// SPDX-License-Identifier: Apache-2.0

import type { MiddlewareHandler } from "hono";
import type { Role } from "#sdk/agency/index.ts";
import { officeError } from "../errors.ts";
import type { OfficeEnv } from "./parts.ts";

/**
 * Let officers through who hold one of the roles; without roles any officer. Terminals are not officers.
 * @throws OfficeError OFFICE-201, OFFICE-202.
 */
export function officers(...roles: readonly Role[]): MiddlewareHandler<OfficeEnv> {
  return async (c, next) => {
    const caller = c.get("caller");
    if (caller.kind === "terminal") throw officeError("notForTerminals");
    if (roles.length > 0 && !roles.some((role) => caller.roles.has(role))) {
      throw officeError("wrongRole", { roles: roles.join(" or ") });
    }
    await next();
  };
}
