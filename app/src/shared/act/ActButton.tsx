// SPDX-License-Identifier: Apache-2.0

import { Button, type ButtonProps } from "@mantine/core";
import type { ReactNode } from "react";
import type { ActBuild } from "./types.ts";
import type { Act } from "./useAct.ts";

interface ActButtonProps extends Pick<ButtonProps, "variant" | "color" | "size" | "disabled" | "fullWidth"> {
  readonly act: Act;
  readonly onRun: ActBuild;
  /** Name for screen readers where the visible words stand in many rows: "Revoke terminal 0x12…89". */
  readonly label?: string;
  readonly children: ReactNode;
}

/**
 * Starts an act. While the act is under way the button keeps the keyboard's focus and does nothing, so that nothing is sent twice and
 * nobody loses their place.
 */
export function ActButton({ act, onRun, disabled, label, children, ...look }: ActButtonProps) {
  const isOff = disabled === true || act.isBusy;
  return (
    <Button
      {...look}
      {...(isOff ? { "data-disabled": true } : {})}
      aria-disabled={isOff}
      aria-label={label}
      onClick={() => {
        if (!isOff) void act.run(onRun);
      }}
    >
      {children}
    </Button>
  );
}
