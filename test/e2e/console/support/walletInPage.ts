// SPDX-License-Identifier: Apache-2.0

/** What the test's side of the wallet answers. */
export interface PageReply {
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

interface Announcement {
  /** Name of the function in the page that leads to the test. */
  readonly line: string;
  readonly name: string;
}

/**
 * The page's side of a test wallet: an EIP-1193 provider that asks the test, announced by EIP-6963. Runs in the page before its own
 * scripts, so it can use nothing from outside of itself.
 */
export function announceWallet({ line, name }: Announcement): void {
  type Listener = (value: unknown) => void;
  const listeners = new Map<string, Set<Listener>>();
  const ask = (window as unknown as Record<string, (method: string, params: unknown) => Promise<PageReply>>)[
    line
  ];

  const provider = {
    async request({ method, params }: { method: string; params?: unknown }): Promise<unknown> {
      const reply = await ask?.(method, params ?? []);
      if (reply?.error === undefined) return reply?.result;
      throw Object.assign(new Error(reply.error.message), { code: reply.error.code });
    },
    on(event: string, listener: Listener): void {
      const known = listeners.get(event) ?? new Set();
      listeners.set(event, known.add(listener));
    },
    removeListener(event: string, listener: Listener): void {
      listeners.get(event)?.delete(listener);
    },
  };
  window.addEventListener(`annona-test-wallet:${name}`, (told) => {
    const { about, what } = (told as CustomEvent<{ about: string; what: unknown }>).detail;
    for (const listener of listeners.get(about) ?? []) listener(what);
  });

  const icon =
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'%3E%3Cpath fill='%23567' d='M0 0h1v1H0z'/%3E%3C/svg%3E";
  const rdns = `test.${name.toLowerCase().replace(/\W/g, "-")}`;
  const detail = Object.freeze({
    info: Object.freeze({ uuid: "6b1f2f5c-4a9e-4b0e-9b1e-5a0c7d9f0e11", name, icon, rdns }),
    provider,
  });
  const announce = () => window.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
  window.addEventListener("eip6963:requestProvider", announce);
  announce();
}
