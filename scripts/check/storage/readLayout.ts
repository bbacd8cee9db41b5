// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { id, keccak256, toBeHex } from "ethers";
import { projectFolder } from "../../house/run.ts";

/** Where a field lies. Slots count from the beginning of its struct or contract. */
export interface Field {
  readonly name: string;
  readonly slot: string;
  readonly offset: number;
  readonly bytes: string;
  readonly type: string;
}

/** Everything that stands in the storage of contracts behind beacons. */
export interface Layout {
  /** ERC-7201: the place of each namespace and the struct that lies there. */
  readonly namespaces: Readonly<Record<string, { readonly slot: string; readonly struct: string }>>;
  readonly structs: Readonly<
    Record<string, { readonly bytes: string; readonly isElement: boolean; readonly fields: readonly Field[] }>
  >;
  /** Variables outside of namespaces; of a proxy's parts they lie in the same slots. */
  readonly contracts: Readonly<Record<string, readonly Field[]>>;
}

/** The text of a file of the project by its path, or undefined when there is none. */
export type ReadFile = (path: string) => string | undefined;

/** Contracts behind beacons, with their sources. */
const BEHIND_BEACONS: Readonly<Record<string, string>> = {
  Programme: "contracts/programmes/Programme.sol",
  ProgrammeOffice: "contracts/programmes/ProgrammeOffice.sol",
  ProgrammeShops: "contracts/programmes/ProgrammeShops.sol",
};

const NAMESPACE = /@custom:storage-location erc7201:([\w.]+)\s*(?:\*\/)?\s*struct (\w+)/g;
const PROBES = "probes.sol";

interface TypeInfo {
  readonly encoding: string;
  readonly label: string;
  readonly numberOfBytes: string;
  readonly base?: string;
  readonly key?: string;
  readonly value?: string;
  readonly members?: readonly StorageVariable[];
}

interface StorageVariable {
  readonly label: string;
  readonly slot: string;
  readonly offset: number;
  readonly type: string;
}

interface StorageLayout {
  readonly storage: readonly StorageVariable[];
  readonly types: Readonly<Record<string, TypeInfo>> | null;
}

interface Namespace {
  readonly name: string;
  readonly struct: string;
  readonly source: string;
  /** The struct as another file names it. */
  readonly reference: string;
}

/**
 * Ask the compiler where everything lies: the namespaces that sources mark with `@custom:storage-location`, and what the contracts
 * behind beacons keep outside of them.
 * @param sources Paths of the contracts' sources.
 * @throws Error when they do not compile, or a namespace does not lie where ERC-7201 puts it.
 */
export function readLayout(sources: readonly string[], read: ReadFile = readProjectFile): Layout {
  const namespaces = sources.flatMap((path) => namespacesOf(path, read(path) ?? ""));
  const layouts = compile(probesOf(namespaces), read);
  const structs: Record<string, Layout["structs"][string]> = {};
  const contracts: Record<string, readonly Field[]> = {};
  for (const [contract, layout] of layouts) {
    if (contract in BEHIND_BEACONS) contracts[contract] = fieldsOf(layout.storage, layout.types ?? {});
    collectStructs(layout.types ?? {}, structs);
  }
  return {
    namespaces: Object.fromEntries(
      namespaces.map(({ name, struct }) => [name, { slot: slotOf(name), struct }]),
    ),
    structs: sorted(structs),
    contracts,
  };
}

function namespacesOf(source: string, text: string): Namespace[] {
  return [...text.matchAll(NAMESPACE)].map((match) => {
    const [, name = "", struct = ""] = match;
    if (!text.toLowerCase().includes(slotOf(name))) {
      throw new Error(`${source}: ${name} is not kept at its place by ERC-7201, ${slotOf(name)}.`);
    }
    const before = text.slice(0, match.index);
    const owner = [...before.matchAll(/^(?:abstract )?(?:contract|library) (\w+)/gm)].at(-1)?.[1];
    return { name, struct, source, reference: owner === undefined ? struct : `${owner}.${struct}` };
  });
}

/** keccak256(abi.encode(uint256(keccak256(name)) - 1)) & ~0xff */
function slotOf(name: string): string {
  const hash = keccak256(toBeHex(BigInt(id(name)) - 1n, 32));
  return `${hash.slice(0, -2)}00`;
}

/** A contract with each namespace's struct as its only variable, because the compiler tells layouts of variables alone. */
function probesOf(namespaces: readonly Namespace[]): string {
  const imports = [...new Set([...namespaces.map(({ source }) => source), ...Object.values(BEHIND_BEACONS)])];
  return [
    "// SPDX-License-Identifier: Apache-2.0",
    "pragma solidity ^0.8.37;",
    ...imports.map((source) => `import "${source}";`),
    ...namespaces.map(({ reference }, i) => `contract Probe${i} { ${reference} private _probed; }`),
  ].join("\n");
}

function compile(probes: string, read: ReadFile): (readonly [string, StorageLayout])[] {
  const solc = createRequire(import.meta.url)("solc") as {
    compile(input: string, callbacks: { import(path: string): object }): string;
  };
  const input = {
    language: "Solidity",
    sources: { [PROBES]: { content: probes } },
    settings: { evmVersion: "cancun", outputSelection: { "*": { "*": ["storageLayout"] } } },
  };
  const find = (path: string) => {
    const contents = path.startsWith("@") ? readProjectFile(`node_modules/${path}`) : read(path);
    return contents === undefined ? { error: `${path} is not there` } : { contents };
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input), { import: find })) as {
    errors?: { severity: string; formattedMessage: string }[];
    contracts?: Record<string, Record<string, { storageLayout: StorageLayout }>>;
  };
  const errors = (output.errors ?? []).filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join("\n"));
  return Object.entries(output.contracts ?? {}).flatMap(([file, contracts]) =>
    Object.entries(contracts)
      .filter(([name]) => file === PROBES || BEHIND_BEACONS[name] === file)
      .map(([name, { storageLayout }]) => [name, storageLayout] as const),
  );
}

function collectStructs(
  types: Readonly<Record<string, TypeInfo>>,
  structs: Record<string, Layout["structs"][string]>,
): void {
  const elements = new Set(
    Object.values(types).flatMap(({ base }) => (base === undefined ? [] : [types[base]?.label])),
  );
  for (const { label, members, numberOfBytes } of Object.values(types)) {
    if (members === undefined) continue;
    const isElement = elements.has(label) || structs[label]?.isElement === true;
    structs[label] = { bytes: numberOfBytes, isElement, fields: fieldsOf(members, types) };
  }
}

function fieldsOf(
  variables: readonly StorageVariable[],
  types: Readonly<Record<string, TypeInfo>>,
): readonly Field[] {
  return variables.map(({ label, slot, offset, type }) => {
    const known = types[type];
    if (known === undefined) throw new Error(`The compiler does not tell the type ${type}.`);
    return { name: label, slot, offset, bytes: known.numberOfBytes, type: known.label };
  });
}

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function readProjectFile(path: string): string | undefined {
  try {
    return readFileSync(join(projectFolder, path), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
