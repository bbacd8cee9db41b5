// SPDX-License-Identifier: Apache-2.0

/** Two rows of the ear, mirrored on the stem, and the grain on top. */
const TOP = "M16 4c2.2 2.2 3.1 4.2 3.1 6 0 1.7-1.1 3-3.1 4.2-2-1.2-3.1-2.5-3.1-4.2 0-1.8.9-3.8 3.1-6z";
const LEFT = "M15.2 19.6c-3.7-.2-6-1.5-7-3.3-.7-1.3-.8-2.9-.4-4.9 2.2.4 4 1.3 5.3 2.7 1.3 1.4 2 3.2 2.1 5.5z";
const MIRROR = "matrix(-1 0 0 1 32 0)";
const LOWER = "translate(0 6.6)";

/** The mark: an ear of grain, as the grain dole that gave the name. Decoration beside the name. */
export function Logo({ size = 28 }: { readonly size?: number }) {
  return (
    <svg aria-hidden="true" focusable="false" width={size} height={size} viewBox="0 0 32 32">
      <rect width="32" height="32" rx="7" fill="#1f674e" />
      <g fill="#f8e9c9">
        <path d={TOP} />
        <path d={LEFT} />
        <path d={LEFT} transform={MIRROR} />
        <g transform={LOWER}>
          <path d={LEFT} />
          <path d={LEFT} transform={MIRROR} />
        </g>
        <rect x="15.2" y="25" width="1.6" height="4.5" rx=".8" />
      </g>
    </svg>
  );
}
