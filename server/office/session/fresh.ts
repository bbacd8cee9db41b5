// SPDX-License-Identifier: Apache-2.0

interface Known<Value> {
  readonly value: Promise<Value>;
  readonly readAt: number;
}

/** Entries beyond this make room by age. */
const MOST = 1_000;

/** Remembers answers for a short while, so that a page's many requests ask once. A question that failed is asked again. */
export class Fresh<Key, Value> {
  readonly #lifetime: number;
  readonly #known = new Map<Key, Known<Value>>();

  /** @param lifetime Milliseconds. */
  constructor(lifetime: number) {
    this.#lifetime = lifetime;
  }

  async get(key: Key, read: () => Promise<Value>): Promise<Value> {
    const known = this.#known.get(key);
    if (known !== undefined && Date.now() - known.readAt < this.#lifetime) return await known.value;
    const entry: Known<Value> = { value: read(), readAt: Date.now() };
    this.#known.delete(key);
    this.#known.set(key, entry);
    this.#makeRoom();
    try {
      return await entry.value;
    } catch (error) {
      if (this.#known.get(key) === entry) this.#known.delete(key);
      throw error;
    }
  }

  /** Ask again next time, if the answer is older than so many milliseconds. */
  forget(key: Key, olderThan = 0): void {
    const known = this.#known.get(key);
    if (known !== undefined && Date.now() - known.readAt >= olderThan) this.#known.delete(key);
  }

  #makeRoom(): void {
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST && oldest !== undefined) this.#known.delete(oldest);
  }
}
