// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useState } from "react";
import { useOpenWallet } from "./useOpenWallet.ts";
import { useWallet } from "./useWallet.ts";

interface HeaderOfficerProps {
  readonly words: { readonly connect: string; readonly connecting: string; readonly cannotConnect: string };
}

/** Who is acting, in the header. To readers it is a button alone: what stands behind it is loaded when it is pressed. */
export function HeaderOfficer({ words }: HeaderOfficerProps) {
  const [isWanted, setWanted] = useState(false);
  const { choice, hasFailed } = useOpenWallet(isWanted);
  const { isConnecting } = useWallet();
  if (choice !== undefined) return <choice.Header isOpenAtFirst={isWanted} />;
  const isComing = (isWanted && !hasFailed) || isConnecting;
  return (
    <>
      <Button variant="default" size="xs" aria-expanded={false} onClick={() => setWanted(true)}>
        {isComing ? words.connecting : words.connect}
      </Button>
      {hasFailed ? <p role="alert">{words.cannotConnect}</p> : null}
    </>
  );
}
