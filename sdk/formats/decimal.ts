// SPDX-License-Identifier: Apache-2.0

/** An exact decimal number: `units` divided by ten to the power of `scale`. Files of others carry as many decimals as they like. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d*))?$|^([+-]?)\.(\d+)$/;

/** Read a plain decimal number (xsd:decimal: dot as mark, no grouping, no exponent); undefined for anything else. */
export function parseDecimal(text: string): Decimal | undefined {
  const found = DECIMAL.exec(text.trim());
  if (found === null) return undefined;
  const sign = found[1] || found[4] || "";
  const fraction = found[3] ?? found[5] ?? "";
  const units = BigInt(`${found[2] ?? ""}${fraction}` || "0");
  return { units: sign === "-" ? -units : units, scale: fraction.length };
}

/** As short as it is exact: no zeros at the end of the fraction. */
export function formatDecimal({ units, scale }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, "");
  return `${units < 0n ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}

/** Exact sum, on the finest scale that occurs. */
export function sumDecimals(numbers: Iterable<Decimal>): Decimal {
  let sum: Decimal = { units: 0n, scale: 0 };
  for (const number of numbers) {
    const scale = Math.max(sum.scale, number.scale);
    sum = { units: onScale(sum, scale) + onScale(number, scale), scale };
  }
  return sum;
}

/** Units of the number on another scale. @throws RangeError when digits would be lost. */
export function onScale({ units, scale }: Decimal, wanted: number): bigint {
  if (wanted >= scale) return units * 10n ** BigInt(wanted - scale);
  const factor = 10n ** BigInt(scale - wanted);
  if (units % factor !== 0n) throw new RangeError(`${scale} decimals do not fit into ${wanted}`);
  return units / factor;
}
