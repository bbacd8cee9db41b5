// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { isRejection } from "./rejection.ts";
import { useConnectWallet } from "./useConnectWallet.ts";
import { useWalletChoice } from "./useWallet.ts";
import classes from "./wallet.module.css";
import type { HeaderWords } from "./words/en.ts";
import { headerWords } from "./words/header.ts";

type ConnectWords = Pick<
  HeaderWords,
  | "cannotConnect"
  | "connectHint"
  | "connectTitle"
  | "connectWith"
  | "notConnectedNow"
  | "noWallet"
  | "noWalletHint"
>;

interface ConnectListProps {
  /** The page's, where it stands there; default: the header's. */
  readonly words?: ConnectWords;
}

/** The wallets that announced themselves to the page. */
export function ConnectList({ words = headerWords }: ConnectListProps) {
  const choice = useWalletChoice();
  const wallets = choice?.connectors.filter(({ id }) => !choice.addedIds.has(id));
  const { mutate, isPending, variables, error } = useConnectWallet();
  return (
    <section className={classes.part}>
      <h2 className={classes.title}>{words.connectTitle}</h2>
      <p className={classes.hint}>{words.connectHint}</p>
      {wallets?.length === 0 ? <NoWallet words={words} /> : null}
      <ul className={classes.wallets}>
        {wallets?.map((wallet) => (
          <li key={wallet.uid}>
            <Button
              variant="default"
              fullWidth
              justify="flex-start"
              loading={isPending && variables.uid === wallet.uid}
              leftSection={<WalletIcon source={wallet.icon} />}
              aria-label={words.connectWith(wallet.name)}
              onClick={() => mutate(wallet)}
            >
              {wallet.name}
            </Button>
          </li>
        ))}
      </ul>
      <p role="status" className={classes.hint}>
        {error === null ? null : isRejection(error) ? words.notConnectedNow : words.cannotConnect}
      </p>
    </section>
  );
}

function NoWallet({ words }: { readonly words: ConnectWords }) {
  return (
    <div className={classes.none}>
      <p className={classes.strong}>{words.noWallet}</p>
      <p className={classes.hint}>{words.noWalletHint}</p>
    </div>
  );
}

/** Wallets announce their picture as a data URL; one from elsewhere would be refused by the content policy. */
function WalletIcon({ source }: { readonly source: string | undefined }) {
  const picture = source?.trim();
  if (!picture?.startsWith("data:image/")) return <span className={classes.noIcon} aria-hidden="true" />;
  return <img className={classes.icon} src={picture} alt="" width={20} height={20} />;
}
