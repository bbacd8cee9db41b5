// SPDX-License-Identifier: Apache-2.0

/**
 * Milliseconds of work of this process up to now, all its threads together. By the clock the same work takes several times as long on a
 * machine that does other things meanwhile, as one that runs all tests does.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
