// SPDX-License-Identifier: Apache-2.0

import { Anchor } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import { Icon } from "./Icon.tsx";
import type { AnchorLikeProps } from "./TextLink.tsx";
import classes from "./WayBack.module.css";

function RoutedWayBack({ children, ...props }: AnchorLikeProps) {
  return (
    <Anchor inherit {...props} className={classes.back}>
      <Icon name="arrowLeft" size={16} />
      {children}
    </Anchor>
  );
}

/** Above a page's title: the way to the list that it comes from. */
export const WayBack = createLink(RoutedWayBack);
