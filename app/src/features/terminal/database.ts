// SPDX-License-Identifier: Apache-2.0

const NAME = "annona-terminal";
const VERSION = 1;

/**
 * This device's own store of keys and receipts, made when it is first opened.
 * @throws DOMException where the browser keeps nothing, such as in a private window.
 */
export async function openDatabase(name: string = NAME): Promise<IDBDatabase> {
  const request = indexedDB.open(name, VERSION);
  request.onupgradeneeded = () => {
    const database = request.result;
    database.createObjectStore("keys", { keyPath: "place" });
    const receipts = database.createObjectStore("receipts", { keyPath: ["terminal", "number"] });
    receipts.createIndex("draft", "draft", { unique: true });
  };
  return await answerOf(request);
}

/** What a request finds. @throws DOMException */
export function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Only then is what was written really kept. @throws DOMException when none of it was. */
export function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
