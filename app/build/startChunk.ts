// SPDX-License-Identifier: Apache-2.0

const MAIN = /[\\/]app[\\/]src[\\/]main\.tsx$/;

/**
 * Everything that the first page of all needs, in one chunk: cut into the many pieces that pages share with it by chance, it would cost
 * a request and a start of compression for each of them. Not the first module itself: it draws while it runs, and the page that it draws
 * waits for all that the page imports.
 */
export function startGroup() {
  return {
    name: (id: string) => (MAIN.test(id) ? null : "start"),
    tags: ["$initial" as const],
    debugName: "start",
    priority: 10,
    includeDependenciesRecursively: false,
  };
}
