// SPDX-License-Identifier: Apache-2.0

import classes from "./level.module.css";

/**
 * For a field that has no description beside one that has: its box stands in one line with the other's, whatever is said below them. On a
 * narrow page, where each field has a line of its own, nothing stands there.
 */
export const level = { description: "\u00a0", classNames: { description: classes.level } } as const;
