// SPDX-License-Identifier: Apache-2.0

import type { Ref } from "../api/index.ts";
import { TextLink } from "../ui/index.ts";
import { donorWords } from "./words/index.ts";

interface RefLinkProps {
  readonly to: Ref;
  /** Stands alone as the name of its row. */
  readonly isStrong?: boolean;
}

/** A fund, programme or agreement by its name, leading to its page. */
export function RefLink({ to: { kind, address, name }, isStrong = false }: RefLinkProps) {
  const text = name || donorWords.kinds[kind];
  const fw = isStrong ? 600 : 400;
  const params = { address };
  if (kind === "fund") {
    return (
      <TextLink to="/funds/$address" params={params} fw={fw}>
        {text}
      </TextLink>
    );
  }
  if (kind === "agreement") {
    return (
      <TextLink to="/agreements/$address" params={params} fw={fw}>
        {text}
      </TextLink>
    );
  }
  return (
    <TextLink to="/programmes/$address" params={params} fw={fw}>
      {text}
    </TextLink>
  );
}
