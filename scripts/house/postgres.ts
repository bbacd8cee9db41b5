// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** A PostgreSQL server of our own that is gone when the tests are. */
export interface ThrowawayPostgres {
  readonly url: string;
  /** Stops the server and removes its data; safe to call twice. */
  stop(): Promise<void>;
}

/** User and group to run as: PostgreSQL refuses to run as root. */
interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

const DEBIAN_FOLDER = "/usr/lib/postgresql";
const START_MILLISECONDS = 30_000;
/** Nothing here has to survive a crash. */
const HASTE = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/** Starts a server on a free port of this machine, or returns undefined where no PostgreSQL is installed. */
export async function startThrowawayPostgres(): Promise<ThrowawayPostgres | undefined> {
  const binaries = findBinaries();
  const account = accountToRunAs();
  if (binaries === undefined || account === undefined) return undefined;

  const folder = mkdtempSync(join(tmpdir(), "annona-postgres-"));
  if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid);
  const data = join(folder, "data");
  const initialise = ["-D", data, "-U", "annona", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"];
  execFileSync(join(binaries, "initdb"), initialise, { cwd: folder, stdio: "pipe", ...account });

  const port = await freePort();
  const settings = [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    `unix_socket_directories=${folder}`,
    ...HASTE,
  ];
  const server = spawn(
    join(binaries, "postgres"),
    ["-D", data, ...settings.flatMap((setting) => ["-c", setting])],
    { cwd: folder, stdio: ["ignore", "ignore", "pipe"], ...account },
  );
  const stop = async (): Promise<void> => {
    await ended(server);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await ready(server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `postgresql://annona@127.0.0.1:${port}/postgres`, stop };
}

/** The folder of the newest server that is installed. */
function findBinaries(): string | undefined {
  const debian = existsSync(DEBIAN_FOLDER)
    ? readdirSync(DEBIAN_FOLDER).sort((left, right) => Number(right) - Number(left))
    : [];
  const folders = [
    ...debian.map((version) => join(DEBIAN_FOLDER, version, "bin")),
    ...(process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== ""),
  ];
  return folders.find((folder) => ["initdb", "postgres"].every((name) => existsSync(join(folder, name))));
}

/** Ourselves, or as root the first harmless account; undefined when root has none. */
function accountToRunAs(): Account | undefined {
  if (process.getuid?.() !== 0) return {};
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name], { encoding: "utf8" }));
    if (uid?.status === 0 && gid?.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  return undefined;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = "";
    const timer = setTimeout(
      () => reject(new Error(`PostgreSQL did not start in time:\n${log}`)),
      START_MILLISECONDS,
    );
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      act();
    };
    server.stderr?.setEncoding("utf8").on("data", (text: string) => {
      log += text;
      if (log.includes("ready to accept connections")) settle(resolve);
    });
    server.once("error", (error) => settle(() => reject(error)));
    server.once("exit", () => settle(() => reject(new Error(`PostgreSQL ended at once:\n${log}`))));
  });
}

/** Asks the server for a fast shutdown and waits for it. */
function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once("exit", () => resolve());
    server.kill("SIGINT");
  });
}
