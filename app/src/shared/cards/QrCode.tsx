// SPDX-License-Identifier: Apache-2.0

import { encode } from "uqr";
import classes from "./QrCode.module.css";

interface QrCodeProps {
  readonly text: string;
  /** What the code is of, for those who do not see it. */
  readonly label: string;
}

/** A QR code as wide as the place that it is given. One path, so that a sheet of many prints quickly and sharply. */
export function QrCode({ text, label }: QrCodeProps) {
  // Level M still reads with a seventh of the code scratched away; by two light modules around it cameras find its edge.
  const { size, data } = encode(text, { ecc: "M", border: 2 });
  const modules = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg
      className={classes.root}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <rect className={classes.paper} width={size} height={size} />
      <path className={classes.ink} d={modules.join("")} />
    </svg>
  );
}
