// SPDX-License-Identifier: Apache-2.0

/** EIP-1193: the person said no. 5000 is what wallets of the CAIP family say. */
const REJECTED = new Set<unknown>([4001, 5000, "ACTION_REJECTED"]);
const NAMES = new Set<unknown>(["UserRejectedRequestError", "UserRejectedRequest"]);
const DEEPEST = 8;

/** Whether an error, or one of those it wraps, says that the person declined. That is a decision and not a fault. */
export function isRejection(error: unknown): boolean {
  return chainOf(error).some(({ code, name }) => REJECTED.has(code) || NAMES.has(name));
}

/** An error and those inside it: wallets, viem and ethers wrap one another's in different places. */
function chainOf(error: unknown): Record<string, unknown>[] {
  const chain: Record<string, unknown>[] = [];
  const open = [error];
  while (open.length > 0 && chain.length < DEEPEST) {
    const next = open.shift();
    if (typeof next !== "object" || next === null) continue;
    const layer = next as Record<string, unknown>;
    chain.push(layer);
    const info = layer.info as Record<string, unknown> | undefined;
    open.push(layer.cause, layer.error, info?.error, layer.data);
  }
  return chain;
}
