// SPDX-License-Identifier: Apache-2.0
import type { SourceFile } from "../house/sources.ts";
import { type Aliases, importsOf } from "./imports.ts";

/**
 * Which way imports may go. A module knows what is below it and nothing above:
 * contracts -> sdk/bindings -> sdk -> server, app, scripts.
 */
interface Wall {
  /** Files that the rule is about. */
  readonly from: RegExp;
  /** Imports that it forbids: a path in the project, or the name of a package. */
  readonly to: RegExp;
  /** Said to the person who ran into it. */
  readonly rule: string;
  /** Exceptions to `to`. */
  readonly except?: RegExp;
}

const NODE_OR_REACT = /^(node:|react$|react\/|react-dom|@mantine\/|@tanstack\/|playwright)/;

const WALLS: readonly Wall[] = [
  { from: /^sdk\//, to: /^(app|server|scripts|test|ignition)\//, rule: "sdk imports nothing above it" },
  { from: /^sdk\//, to: NODE_OR_REACT, rule: "sdk runs in browser and server alike: no node:, no React" },
  {
    from: /^sdk\/bindings\//,
    to: /^sdk\//,
    except: /^sdk\/(bindings|errors)\//,
    rule: "sdk/bindings stands on sdk/errors only",
  },
  { from: /^server\//, to: /^(app|scripts|test)\//, rule: "server imports sdk only" },
  {
    from: /^server\/history\//,
    to: /^server\/office\//,
    rule: "server/history and server/office never meet",
  },
  {
    from: /^server\/office\//,
    to: /^server\/history\//,
    rule: "server/history and server/office never meet",
  },
  {
    from: /^server\/shared\//,
    to: /^server\/(?!shared\/)/,
    rule: "server/shared knows none of the servers that stand on it",
  },
  { from: /^app\/src\//, to: /^(server|scripts|test)\//, rule: "app imports sdk only" },
  { from: /^app\/src\//, to: /^node:/, rule: "app runs in a browser: no node:" },
  { from: /^app\/src\/shared\//, to: /^app\/src\/features\//, rule: "app/src/shared knows no feature" },
  { from: /^scripts\//, to: /^(app|test)\//, rule: "scripts import sdk and server only" },
  {
    from: /^(sdk|server|app|scripts\/(?!bench\/|build\/|deploy\/|proof\/).*)\//,
    to: /^(hardhat|@nomicfoundation)/,
    except: /ignition/,
    rule: "only the build, the deployment, the bench and the proofs know Hardhat",
  },
  {
    from: /^contracts\/(?!testing\/)/,
    to: /^contracts\/testing\//,
    rule: "contracts/testing is for tests and the demo",
  },
  {
    from: /^contracts\/(libraries|types)\//,
    to: /^contracts\/(?!libraries\/|types\/|interfaces\/)/,
    rule: "libraries and types know no contract",
  },
];

/** Every import that goes through a wall, as a line for people. */
export function findBrokenWalls(files: readonly SourceFile[], aliases: Aliases): string[] {
  return files.flatMap((file) => importsOf(file, aliases).flatMap((target) => broken(file.path, target)));
}

function broken(from: string, to: string): string[] {
  const walls = WALLS.filter((wall) => wall.from.test(from) && wall.to.test(to) && !wall.except?.test(to));
  const rules = walls.map((wall) => wall.rule);
  if (featureOf(from) !== featureOf(to) && featureOf(from) !== undefined && featureOf(to) !== undefined) {
    rules.push("features of the app meet only in app/src/shared and the router");
  }
  if (isInsideOfFeature(from, to)) rules.push("a feature is used through its index");
  return rules.map((rule) => `${from} imports ${to}: ${rule}`);
}

function featureOf(path: string): string | undefined {
  return /^app\/src\/features\/([^/]+)\//.exec(path)?.[1];
}

/** A feature's own tests may look inside of it. */
function isInsideOfFeature(from: string, to: string): boolean {
  if (from.startsWith("test/app/")) return false;
  return featureOf(from) === undefined && featureOf(to) !== undefined && !/\/index\.tsx?$/.test(to);
}
