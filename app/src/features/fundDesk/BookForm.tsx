// SPDX-License-Identifier: Apache-2.0

import { bookReturnsCall } from "#sdk/funds/desk/index.ts";
import { showMoney } from "../../shared/format/index.ts";
import { useWallet } from "../../shared/wallet/index.ts";
import { Doing } from "./Doing.tsx";
import type { FundView } from "./useFund.ts";
import { words } from "./words/index.ts";

const text = words.officers.book;

/** Returns that one transaction could not book in full; anybody books on. */
export function BookForm({ view: { handle, fund } }: { readonly view: FundView }) {
  const { address } = useWallet();
  const waiting = fund.pots.filter(({ unbooked }) => unbooked > 0n);
  return waiting.map(({ recipient, unbooked }) =>
    recipient === undefined ? null : (
      <div key={recipient.address}>
        <p>{text.left(showMoney(unbooked, handle.currency), recipient.name)}</p>
        {address === undefined ? (
          <p>{words.needs.connect}</p>
        ) : (
          <Doing
            name={`book-${recipient.address}`}
            label={text.run(recipient.name)}
            done={text.done}
            build={() => bookReturnsCall(handle, recipient.address)}
          />
        )}
      </div>
    ),
  );
}
