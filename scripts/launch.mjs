// SPDX-License-Identifier: Apache-2.0
// Starts a command of the project on a machine that has nothing but git, Node >= 18 and npm:
//
//   node scripts/launch.mjs [--quiet] COMMAND [ARGUMENT ...]
//
// 1. Where Node is too old, a newer one is fetched from npm into .annona/, and this file runs again under it.
// 2. Dependencies are installed from the lockfile when they are missing or no longer match it.
// 3. The contracts' bindings, which nearly every command imports, are built when they are missing or older than the contracts.
// 4. scripts/COMMAND.ts (or scripts/COMMAND/index.ts; "a:b" is a/b) runs with the arguments, streams, signals and exit code passed
//    through. It runs in the project's folder; INIT_CWD names the folder that the user called from.
//
// Plain JavaScript without dependencies, because it runs before anything is installed. It writes to standard error only.
import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const NODE_VERSION = "24.21.0";
/** The first that runs TypeScript as it is. */
const OLDEST_NODE = [22, 18];
const NPM_FLAGS = ["--no-audit", "--no-fund", "--loglevel=error"];
const WINDOWS = process.platform === "win32";
/** Packages whose native part is an optional package for each platform; without it they do not work. */
const NATIVE = ["@nomicfoundation/edr", "@foundry-rs/anvil", "@biomejs/biome"];

/** What the contracts' bindings are made from and by. */
const BINDINGS_COME_FROM = [
  "contracts",
  "hardhat.config.ts",
  "scripts/build/bindings.ts",
  "package-lock.json",
];

/** Commands that build the contracts in their own time, or do not need them. */
const BUILDS_ITSELF = new Set(["build", "check", "format", "test"]);

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const words = process.argv.slice(2);
const quiet = words[0] === "--quiet";
const [command = "", ...args] = quiet ? words.slice(1) : words;

const entry = entryOf(command);
if (isNodeTooOld()) {
  const node = fetchNode();
  await run(node, [fileURLToPath(import.meta.url), ...words], process.cwd());
} else {
  installDependencies();
  if (!BUILDS_ITSELF.has(command)) buildBindings();
  // Older versions of Node that can do it say each time that they run TypeScript, and use SQLite, as an experiment.
  await run(process.execPath, ["--disable-warning=ExperimentalWarning", entry, ...args], root);
}

/** The script file of a command; ends the process when there is none. */
function entryOf(name) {
  const base = join(root, "scripts", ...name.split(":"));
  const found = [`${base}.ts`, join(base, "index.ts")].find((file) => existsSync(file));
  if (/^\w+(:\w+)*$/.test(name) && found) return found;
  return fail(`There is no command "${name}".`, "package.json lists the commands under scripts.");
}

function isNodeTooOld() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  return major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
}

/** Fetches a newer Node unless it is there already, and returns its path. */
function fetchNode() {
  const platform = WINDOWS ? "win" : process.platform;
  const prefix = platform === "darwin" && process.arch === "arm64" ? "node-bin" : "node";
  const name = [prefix, platform, process.arch].join("-");
  const home = join(root, ".annona", `node-${NODE_VERSION}`);
  const executable = (folder) => join(folder, "node_modules", name, "bin", WINDOWS ? "node.exe" : "node");
  if (existsSync(executable(home))) return executable(home);

  say(
    `Node ${process.versions.node} is too old here: fetching Node ${NODE_VERSION} for this project only ...`,
  );
  // Built aside and renamed, so that an interrupted or a second fetch never leaves half a Node.
  const building = `${home}.${process.pid}`;
  mkdirSync(building, { recursive: true });
  // The platform's own package holds the binary: no install script has to run.
  const flags = ["--prefix", building, "--no-save", "--no-package-lock", "--ignore-scripts"];
  npm(["install", ...flags, `${name}@${NODE_VERSION}`], building, "Node could not be fetched.");
  try {
    renameSync(building, home);
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    if (!existsSync(executable(home))) throw error;
  }
  return executable(home);
}

function installDependencies() {
  if (!matchesLockfile()) {
    say("Installing dependencies (about a minute, once) ...");
    npm(["ci"], root, "The dependencies could not be installed.");
  }
  // npm leaves a native part out when it ran under an old Node, or when the lockfile was written for other platforms.
  const missing = NATIVE.flatMap(missingNativePart);
  if (missing.length > 0) {
    say(`Installing ${missing.length === 1 ? "a native part" : "native parts"}: ${missing.join(" ")} ...`);
    npm(["install", "--no-save", ...missing], root, "A native part could not be installed.");
  }
}

/** Whether what npm says it installed has every package of the lockfile in its version. */
function matchesLockfile() {
  const installedFile = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installedFile)) return false;
  const { packages: installed } = readJson(installedFile);
  const { packages: locked } = readJson(join(root, "package-lock.json"));
  return Object.entries(locked).every(
    ([path, wanted]) => path === "" || wanted.optional || installed[path]?.version === wanted.version,
  );
}

function buildBindings() {
  const stamp = join(root, ".annona", "bindings-built");
  const isBuilt = existsSync(stamp) && existsSync(join(root, "sdk", "bindings", "generated", "index.ts"));
  if (isBuilt && newestOf(BINDINGS_COME_FROM) < statSync(stamp).mtimeMs) return;
  say("Building the contracts ...");
  const startedAt = new Date().toISOString();
  const hardhat = join(root, "node_modules", "hardhat", "dist", "src", "cli.js");
  const options = { cwd: root, stdio: ["ignore", "pipe", "pipe"], env: environment(), encoding: "utf8" };
  const result = spawnSync(process.execPath, [hardhat, "build", "--no-tests"], options);
  if (result.status !== 0) {
    process.stderr.write(`${result.stdout ?? ""}${result.stderr ?? ""}`);
    fail(
      "The contracts could not be built.",
      "Mend what the compiler names above, then run the same command again.",
    );
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, `${startedAt}\n`);
}

/** When the newest of some files and folders changed, in milliseconds. */
function newestOf(names) {
  const files = names.flatMap((name) => {
    const path = join(root, name);
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path, { recursive: true }).map((inside) => join(path, inside));
  });
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}

/** The optional package that a package needs on this platform, as [name@version], or [] when it is installed. */
function missingNativePart(name) {
  const folder = join(root, "node_modules", name);
  if (!existsSync(folder)) return [];
  const { optionalDependencies = {} } = readJson(join(folder, "package.json"));
  const arch = process.arch === "x64" ? "(x64|amd64)" : process.arch;
  const isMusl = process.platform === "linux" && !process.report.getReport().header.glibcVersionRuntime;
  const pattern = new RegExp(`-${process.platform}-${arch}(-gnu|-msvc)?${isMusl ? "(-musl)?" : ""}$`);
  const parts = Object.keys(optionalDependencies).filter((part) => pattern.test(part));
  if (parts.some((part) => existsSync(join(root, "node_modules", part)))) return [];
  return parts.slice(-1).map((part) => `${part}@${optionalDependencies[part]}`);
}

/** Runs npm under the Node that runs this file; ends the process when it fails. */
function npm(parameters, cwd, complaint) {
  const stdio = quiet ? ["ignore", "pipe", "pipe"] : ["ignore", 2, 2];
  const options = { cwd, stdio, env: environment(), encoding: "utf8" };
  const cli = npmCli();
  const result = cli
    ? spawnSync(process.execPath, [cli, ...parameters, ...NPM_FLAGS], options)
    : spawnSync(WINDOWS ? "npm.cmd" : "npm", [...parameters, ...NPM_FLAGS], { ...options, shell: WINDOWS });
  if (result.status === 0) return;
  if (quiet) process.stderr.write(`${result.stdout ?? ""}${result.stderr ?? ""}`);
  fail(complaint, "Check the network and the free disk space, then run the same command again.");
}

/** npm's own script, so that npm too runs under this Node; undefined when it cannot be found. */
function npmCli() {
  const fromNpm = process.env.npm_execpath;
  if (fromNpm?.endsWith("npm-cli.js") && existsSync(fromNpm)) return fromNpm;
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const scripts = WINDOWS
    ? folders.map((folder) => join(folder, "node_modules", "npm", "bin", "npm-cli.js"))
    : folders.map((folder) => join(folder, "npm"));
  const script = scripts.find((file) => existsSync(file));
  const real = script && realpathSync(script);
  return real?.endsWith("npm-cli.js") ? real : undefined;
}

/** Runs a program to its end and ends this process the same way. */
async function run(program, parameters, cwd) {
  const child = spawn(program, parameters, { cwd, stdio: "inherit", env: environment() });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      // Ctrl-C in a terminal reaches the child by itself; twice could cut its tidying up short.
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    });
  }
  stopWhenOrphaned(child);
  const [code, signal] = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (...end) => resolve(end));
  });
  process.exit(signal ? 128 + constants.signals[signal] : code);
}

/** A signal sent to npm alone ends npm and its shell, but not us: then we see another parent. */
function stopWhenOrphaned(child) {
  if (WINDOWS || process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill("SIGTERM");
  }, 250);
}

function environment() {
  const path = [dirname(process.execPath), join(root, "node_modules", ".bin"), process.env.PATH].join(
    delimiter,
  );
  // Processes of a moment would otherwise spend most of it on reading the same modules again.
  const compiled = process.env.NODE_COMPILE_CACHE ?? join(root, ".annona", "compiled");
  return {
    ...process.env,
    PATH: path,
    INIT_CWD: process.env.INIT_CWD ?? process.cwd(),
    NODE_COMPILE_CACHE: compiled,
  };
}

function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}

function say(line) {
  process.stderr.write(`annona: ${line}\n`);
}

function fail(what, next) {
  say(`${what} ${next}`);
  process.exit(1);
}
