// SPDX-License-Identifier: Apache-2.0

import { Anchor, type AnchorProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, Ref } from "react";

export type AnchorLikeProps = Omit<AnchorProps, "href"> &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof AnchorProps> & {
    readonly ref?: Ref<HTMLAnchorElement>;
  };

function RoutedAnchor(props: AnchorLikeProps) {
  return <Anchor inherit {...props} />;
}

/** A link to a page of this app, in the look of the text around it; its target and parameters are checked by the compiler. */
export const TextLink = createLink(RoutedAnchor);
