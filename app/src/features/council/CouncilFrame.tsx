// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from "react";
import { Loaded } from "../../shared/desk/index.ts";
import { Page } from "../../shared/layout/index.ts";
import { Icon, TextLink } from "../../shared/ui/index.ts";
import classes from "./council.module.css";
import { type CouncilGround, useCouncil } from "./queries.ts";
import { words } from "./words/index.ts";

interface CouncilFrameProps {
  readonly title: string;
  readonly intro?: string;
  /** This is the room itself: no way back leads to it. */
  readonly isRoom?: boolean;
  readonly children: (ground: CouncilGround) => ReactNode;
}

/** The frame of the council's pages. It reads the node and needs no wallet, so that everybody can follow what is decided. */
export function CouncilFrame({ title, intro, isRoom = false, children }: CouncilFrameProps) {
  const query = useCouncil();
  return (
    <Page
      title={title}
      intro={intro === undefined ? undefined : <p>{intro}</p>}
      above={
        isRoom ? undefined : (
          <nav className={classes.path} aria-label={words.pathOfPages}>
            <TextLink to="/console/council">
              <Icon name="arrowLeft" size={16} />
              {words.room}
            </TextLink>
          </nav>
        )
      }
    >
      <Loaded query={query}>{children}</Loaded>
    </Page>
  );
}
