// SPDX-License-Identifier: Apache-2.0

/**
 * The contract ABI as far as the council's calls go. The ledger's library does the same for every type there is and weighs fifty times as
 * much, which is more than a page for everybody may bring; a test holds both to the same bytes.
 */
export type AbiType =
  | "address"
  | "bool"
  | "bytes32"
  | "string"
  | `uint${8 | 32 | 40 | 128}`
  | { readonly tuple: readonly AbiType[] }
  | { readonly list: AbiType };

/** Numbers are bigint, addresses in small letters, tuples and lists arrays. */
export type AbiValue = bigint | boolean | string | readonly AbiValue[];

/** Hexadecimal digits of a word of 32 bytes. */
const WORD = 64;
const WORD_BYTES = 32;

/** Values as bytes. @returns hexadecimal digits without "0x". */
export function encodeWords(types: readonly AbiType[], values: readonly AbiValue[]): string {
  let at = types.reduce((sum, type) => sum + headBytes(type), 0);
  let head = "";
  let tail = "";
  types.forEach((type, i) => {
    const body = encodeOne(type, values[i] ?? "");
    if (!isDynamic(type)) {
      head += body;
      return;
    }
    head += wordOf(BigInt(at));
    tail += body;
    at += body.length / 2;
  });
  return head + tail;
}

/** Bytes as values. What is read is right only if {@link encodeWords} gives the same bytes again. @throws RangeError outside of them. */
export function decodeWords(types: readonly AbiType[], hex: string, base = 0): AbiValue[] {
  let place = base;
  return types.map((type) => {
    const at = isDynamic(type) ? base + Number(numberAt(hex, place)) : place;
    place += headBytes(type);
    return decodeOne(type, hex, at);
  });
}

function encodeOne(type: AbiType, value: AbiValue): string {
  if (typeof type === "object") {
    const items = value as readonly AbiValue[];
    if ("tuple" in type) return encodeWords(type.tuple, items);
    const types = items.map(() => type.list);
    return wordOf(BigInt(items.length)) + encodeWords(types, items);
  }
  switch (type) {
    case "string": {
      const bytes = new TextEncoder().encode(String(value));
      const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
      return wordOf(BigInt(bytes.length)) + digits.padEnd(Math.ceil(digits.length / WORD) * WORD, "0");
    }
    case "address":
    case "bytes32":
      return String(value).slice(2).toLowerCase().padStart(WORD, "0");
    default:
      return wordOf(BigInt(value as bigint | boolean));
  }
}

function decodeOne(type: AbiType, hex: string, at: number): AbiValue {
  if (typeof type === "object") {
    if ("tuple" in type) return decodeWords(type.tuple, hex, at);
    const count = numberAt(hex, at);
    if (count > BigInt(hex.length)) throw new RangeError("a list longer than its bytes");
    const types = Array.from({ length: Number(count) }, () => type.list);
    return decodeWords(types, hex, at + WORD_BYTES);
  }
  switch (type) {
    case "string": {
      const start = (at + WORD_BYTES) * 2;
      const digits = hex.slice(start, start + Number(numberAt(hex, at)) * 2);
      const bytes = Uint8Array.from(digits.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
      return new TextDecoder().decode(bytes);
    }
    case "address":
      return `0x${wordAt(hex, at).slice(-40)}`;
    case "bytes32":
      return `0x${wordAt(hex, at)}`;
    case "bool":
      return numberAt(hex, at) !== 0n;
    default:
      return narrow(numberAt(hex, at), Number(type.slice("uint".length)));
  }
}

/** A contract refuses a number that is too wide for its type. */
function narrow(value: bigint, bits: number): bigint {
  if (value >> BigInt(bits) !== 0n) throw new RangeError(`a number of more than ${bits} bits`);
  return value;
}

function isDynamic(type: AbiType): boolean {
  if (typeof type !== "object") return type === "string";
  return "list" in type || type.tuple.some(isDynamic);
}

/** Bytes that a value takes among the others; one of any length stands behind them, and its place here. */
function headBytes(type: AbiType): number {
  if (isDynamic(type) || typeof type !== "object" || !("tuple" in type)) return WORD_BYTES;
  return type.tuple.reduce((sum, part) => sum + headBytes(part), 0);
}

function wordOf(value: bigint): string {
  return value.toString(16).padStart(WORD, "0");
}

function wordAt(hex: string, at: number): string {
  const digits = hex.slice(at * 2, at * 2 + WORD);
  if (digits.length < WORD) throw new RangeError("fewer bytes than the arguments take");
  return digits;
}

function numberAt(hex: string, at: number): bigint {
  return BigInt(`0x${wordAt(hex, at)}`);
}
