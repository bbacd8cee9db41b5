import { hexlify } from "ethers";
import { decodeLogs, reduceEvents } from "#sdk/history/index.ts";
import { SqlStore } from "#server/history/store/sqlStore.ts";
import { packItems } from "#sdk/receipts/index.ts";
import { Simulation } from "#test/sdk/history/support/simulate.ts";
import { address, knownBook } from "#test/sdk/history/support/logs.ts";
import { databaseKinds } from "./support/databases.ts";
const sim = new Simulation();
sim.writer.nextBlock();
const N = 200;
let n = 1;
for (let b = 0; b < N; b++) {
  const items = Array.from({ length: 500 }, (_, i) => ({ account: 256 + i, amount: 1n, reference: 20010, flags: 2 }) as never);
  sim.writer.emit("programme", "ReceiptsRecorded", address(0x7e01), 1, 1, n, hexlify(packItems(items)), "0x", 0);
  n += 500;
  sim.writer.nextBlock();
}
const book = knownBook();
for (const kind of databaseKinds) {
  if (kind.skip) continue;
  const db = await kind.create();
  const store = await SqlStore.open(db.address, "x");
  let tD = 0, tR = 0, tC = 0; const t0 = performance.now();
  const c0 = process.cpuUsage();
  const logs = sim.writer.logs;
  for (let i = 0; i < logs.length; i += 50) {
    const part = logs.slice(i, i + 50);
    const a = performance.now();
    const events = decodeLogs(part, book);
    const b = performance.now();
    const reduction = await reduceEvents(events, await store.position(), (k) => store.load(k));
    const c = performance.now();
    const last = part.at(-1)!;
    await store.commit({ reduction, checkpoints: [{ block: last.block, hash: last.blockHash, timestamp: 0 }], undoFrom: last.block - 128 });
    tD += b - a; tR += c - b; tC += performance.now() - c;
  }
  const ms = performance.now() - t0;
  const cpu = process.cpuUsage(c0);
  console.log(kind.name, Math.round((N * 500) / ms * 1000), "receipts/s; decode", tD | 0, "reduce", tR | 0, "commit", tC | 0, "cpu of node", (cpu.user + cpu.system) / 1000 | 0);
  await store.close(); await db.remove();
}
