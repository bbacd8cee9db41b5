// SPDX-License-Identifier: Apache-2.0

import classes from "./Meter.module.css";

interface MeterProps {
  /** 0 to 1. */
  readonly share: number;
  readonly tone?: "settled" | "reserved" | "loaded";
}

/** A bar beside figures that say the same in words; decoration to a screen reader. */
export function Meter({ share, tone = "settled" }: MeterProps) {
  return (
    <span className={classes.track} aria-hidden="true">
      <span className={classes.fill} data-tone={tone} style={{ inlineSize: `${share * 100}%` }} />
    </span>
  );
}
