// SPDX-License-Identifier: Apache-2.0

import { ActionIcon, CopyButton } from "@mantine/core";
import { shorten } from "../format/index.ts";
import { words } from "../words/index.ts";
import classes from "./HexValue.module.css";
import { Icon } from "./Icon.tsx";

interface HexValueProps {
  readonly value: string;
  /** What it is, for the copy button's name: "Copy the address of terminal 3". */
  readonly what: string;
  /** Written out in full where the reader compares it by eye. */
  readonly isFull?: boolean;
}

/** An address or a hash, shortened, with a button that copies the whole. */
export function HexValue({ value, what, isFull = false }: HexValueProps) {
  return (
    <span className={classes.root}>
      <code className={classes.value} data-full={isFull || undefined} title={isFull ? undefined : value}>
        {isFull ? value : shorten(value)}
      </code>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            onClick={copy}
            aria-label={copied ? words.copied : words.copy(what)}
          >
            <Icon name={copied ? "check" : "copy"} size={14} />
          </ActionIcon>
        )}
      </CopyButton>
    </span>
  );
}
