// SPDX-License-Identifier: Apache-2.0

import type { OpenAct, ProgrammeHandle } from "#sdk/agency/index.ts";
import type { Currency } from "#sdk/money/index.ts";
import { useShopCodes } from "../tables/index.ts";
import { ActSection } from "./ActSection.tsx";
import { useOpenActs, useOtherActs } from "./useOpenActs.ts";
import { words } from "./words/index.ts";

interface ActListProps {
  readonly programme: ProgrammeHandle;
  /** Only acts with one of these names; default: all. */
  readonly names?: readonly string[];
  /** Only acts about this cycle. */
  readonly cycle?: number;
  readonly title?: string;
  /** Says nothing when there is nothing: for pages where acts are a side matter. */
  readonly hidesEmpty?: boolean;
}

/** Proposals of a programme that wait for a second officer, oldest first, each with its buttons. */
export function ActList({
  programme,
  names,
  cycle,
  title = words.list.title,
  hidesEmpty = false,
}: ActListProps) {
  const { data, error, refetch } = useOpenActs(programme);
  const shopCode = useShopCodes(programme.address);
  return (
    <ActSection
      title={title}
      acts={data?.filter((act) => isWanted(act, names, cycle))}
      error={error}
      onRetry={() => void refetch()}
      context={{ currency: programme.currency, shopCode }}
      hidesEmpty={hidesEmpty}
    />
  );
}

function isWanted({ name, args }: OpenAct, names?: readonly string[], cycle?: number): boolean {
  if (names !== undefined && !names.includes(name)) return false;
  return cycle === undefined || Number(args.cycle) === cycle;
}

interface OtherActListProps {
  readonly organisation: number;
  readonly programmes: readonly ProgrammeHandle[];
  /** Only acts with one of these names; default: all. */
  readonly names?: readonly string[];
  readonly title?: string;
  readonly hidesEmpty?: boolean;
}

const NO_CURRENCY: Currency = { code: "", decimals: 0 };

/** Proposals of an organisation that belong to no programme: about household accounts, and about currency units. */
export function OtherActList({
  organisation,
  programmes,
  names,
  hidesEmpty = false,
  title,
}: OtherActListProps) {
  const { data, error, refetch } = useOtherActs(organisation, programmes);
  return (
    <ActSection
      title={title ?? words.list.title}
      acts={data?.filter(({ name }) => names === undefined || names.includes(name))}
      error={error}
      onRetry={() => void refetch()}
      // A currency unit's acts are in the currency of the programmes that pay in it.
      context={(act) => ({
        currency: programmes.find(({ asset }) => asset === act.contract)?.currency ?? NO_CURRENCY,
      })}
      hidesEmpty={hidesEmpty}
    />
  );
}
