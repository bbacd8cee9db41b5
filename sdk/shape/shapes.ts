// SPDX-License-Identifier: Apache-2.0

import type { input as InOf, Issue, Optional, infer as OutOf, Path, Shape } from "./types.ts";
import { shape } from "./types.ts";

type Fields = Readonly<Record<string, Shape>>;
type Flat<Object_> = { [Key in keyof Object_]: Object_[Key] };
type OptionalKeys<F extends Fields> = {
  [Key in keyof F]: F[Key] extends { readonly isOptional: true } ? Key : never;
}[keyof F];
type OutOfFields<F extends Fields> = Flat<
  { [Key in Exclude<keyof F, OptionalKeys<F>>]: OutOf<F[Key]> } & {
    [Key in OptionalKeys<F>]?: OutOf<F[Key]>;
  }
>;
type InOfFields<F extends Fields> = Flat<
  { [Key in Exclude<keyof F, OptionalKeys<F>>]: InOf<F[Key]> } & { [Key in OptionalKeys<F>]?: InOf<F[Key]> }
>;

/** An object by its fields. Fields that are not named are left out, so that a newer server may say more. */
export interface ObjectShape<F extends Fields> extends Shape<OutOfFields<F>, InOfFields<F>> {
  readonly fields: F;
}

function refuse<Out>(issues: Issue[], path: Path, message: string, value: unknown): Out {
  issues.push({ path, message });
  return value as Out;
}

function typeOnly<Out>(isIt: (value: unknown) => boolean, message: string): Shape<Out> {
  return shape((value, path, issues) =>
    isIt(value) ? (value as Out) : refuse(issues, path, message, value),
  );
}

export const string = (message = "is not text") =>
  typeOnly<string>((value) => typeof value === "string", message);
export const boolean = () =>
  typeOnly<boolean>((value) => typeof value === "boolean", "is neither true nor false");
/** A whole number that JSON carries without loss. */
export const int = () => typeOnly<number>((value) => Number.isSafeInteger(value), "is not a whole number");

export function literal<const Value extends string | number | boolean | null>(wanted: Value): Shape<Value> {
  return typeOnly((value) => value === wanted, `is not ${JSON.stringify(wanted)}`);
}

const nothing = () => literal(null);

function oneOf<const Values extends readonly string[]>(values: Values): Shape<Values[number]> {
  return typeOnly(
    (value) => values.some((allowed) => allowed === value),
    `is none of ${values.map((allowed) => JSON.stringify(allowed)).join(", ")}`,
  );
}

export { nothing as null, oneOf as enum };

/** A web address. @param protocol Without colon: /^https?$/. */
export function url({
  protocol,
  error,
}: {
  readonly protocol: RegExp;
  readonly error: string;
}): Shape<string> {
  return string(error).check((text) => {
    const found = URL.parse(text)?.protocol.slice(0, -1);
    return found !== undefined && protocol.test(found) ? undefined : error;
  });
}

export function object<F extends Fields>(fields: F): ObjectShape<F> {
  const entries = Object.entries(fields);
  const whole = shape<OutOfFields<F>, InOfFields<F>>((value, path, issues) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return refuse(issues, path, "is not an object", value);
    }
    const read: Record<string, unknown> = {};
    for (const [key, field] of entries) {
      const isGiven = Object.hasOwn(value, key);
      if (!isGiven && field.isOptional) continue;
      const given = isGiven ? (value as Record<string, unknown>)[key] : undefined;
      read[key] = field.read(given, [...path, key], issues);
    }
    return read as OutOfFields<F>;
  });
  return { ...whole, fields };
}

/** The same object with more fields. */
export function extend<F extends Fields, More extends Fields>(
  { fields }: ObjectShape<F>,
  more: More,
): ObjectShape<Flat<Omit<F, keyof More> & More>> {
  return object({ ...fields, ...more }) as unknown as ObjectShape<Flat<Omit<F, keyof More> & More>>;
}

export function array<Item extends Shape>(item: Item): Shape<OutOf<Item>[], InOf<Item>[]> {
  return shape<OutOf<Item>[], InOf<Item>[]>((value, path, issues) =>
    Array.isArray(value)
      ? value.map((one, index) => item.read(one, [...path, index], issues) as OutOf<Item>)
      : refuse(issues, path, "is not a list", value),
  );
}

export function readonly<Inner extends Shape>(
  inner: Inner,
): Shape<Readonly<OutOf<Inner>>, Readonly<InOf<Inner>>> {
  return inner as unknown as Shape<Readonly<OutOf<Inner>>, Readonly<InOf<Inner>>>;
}

export function nullable<Inner extends Shape>(inner: Inner): Shape<OutOf<Inner> | null, InOf<Inner> | null> {
  return shape<OutOf<Inner> | null, InOf<Inner> | null>((value, path, issues) =>
    value === null ? null : (inner.read(value, path, issues) as OutOf<Inner>),
  );
}

export function optional<Inner extends Shape>(inner: Inner): Optional<OutOf<Inner>, InOf<Inner>> {
  const read = (value: unknown, path: Path, issues: Issue[]) =>
    value === undefined ? undefined : (inner.read(value, path, issues) as OutOf<Inner>);
  return shape<OutOf<Inner> | undefined, InOf<Inner> | undefined>(read, true) as Optional<
    OutOf<Inner>,
    InOf<Inner>
  >;
}

/** One of several shapes: the first that fits. */
export function union<const Members extends readonly [Shape, ...Shape[]]>(
  members: Members,
): Shape<OutOf<Members[number]>, InOf<Members[number]>> {
  return shape((value, path, issues) => {
    let last: Issue[] = [];
    for (const member of members) {
      last = [];
      const read = member.read(value, path, last);
      if (last.length === 0) return read as OutOf<Members[number]>;
    }
    issues.push(...last);
    return value as OutOf<Members[number]>;
  });
}

/** What is made of a value that was read. */
export function pipe<Middle, In, Out>(
  first: Shape<Middle, In>,
  make: (value: Middle) => Out,
): Shape<Out, In> {
  return shape((value, path, issues) => {
    const before = issues.length;
    const read = first.read(value, path, issues);
    return issues.length > before ? (value as Out) : make(read);
  });
}

export const transform = <In, Out>(make: (value: In) => Out) => make;
