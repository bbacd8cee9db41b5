// SPDX-License-Identifier: Apache-2.0

import { AppError } from "../errors/AppError.ts";
import type { WalletErrorName } from "./codes.ts";
import { walletErrors } from "./codes.ts";
import { redactHex } from "./redact.ts";
import { words } from "./words/index.ts";

/** What is worth showing of somebody else's message. */
const LONGEST_MESSAGE = 160;
/** Layers that libraries put around an error at most. */
const DEEPEST = 8;

/** An error about the wallet, in the reader's language. What the wallet itself said is quoted, without long hex. */
export function walletError(name: WalletErrorName, cause?: unknown): AppError {
  const { summary, next } = words.errors[name];
  const said = messageOf(cause);
  return new AppError({
    code: walletErrors[name].code,
    summary: said === undefined ? summary : `${summary} ${words.itSaid(said)}`,
    next,
    cause,
  });
}

function messageOf(cause: unknown): string | undefined {
  const { message } = (innermost(cause) ?? {}) as { readonly message?: unknown };
  if (typeof message !== "string" || message.trim() === "") return undefined;
  const text = redactHex(message.trim());
  return text.length > LONGEST_MESSAGE ? `${text.slice(0, LONGEST_MESSAGE)}…` : text;
}

/** The wallet's own error inside the ones that ethers and viem put around it. */
function innermost(error: unknown): unknown {
  let inner = error;
  for (let depth = 0; depth < DEEPEST; depth++) inner = insideOf(inner) ?? inner;
  return inner;
}

function insideOf(error: unknown): unknown {
  if (typeof error !== "object" || error === null) return undefined;
  const { cause, info, error: inner } = error as Record<string, unknown>;
  const ofEthers = (info as Record<string, unknown> | undefined)?.error;
  return [ofEthers, inner, cause].find((candidate) => typeof candidate === "object" && candidate !== null);
}

export function isWalletError(error: { readonly code: string }, name: WalletErrorName): boolean {
  return error.code === walletErrors[name].code;
}
