// SPDX-License-Identifier: Apache-2.0

import { Button, type ButtonProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, Ref } from "react";

type ButtonAnchorProps = Omit<ButtonProps, "href"> &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps> & {
    readonly ref?: Ref<HTMLAnchorElement>;
  };

function RoutedButton(props: ButtonAnchorProps) {
  return <Button component="a" {...props} />;
}

/** A link to a page of this app that looks like a button: the one next step of a page, or of a row. */
export const ButtonLink = createLink(RoutedButton);
