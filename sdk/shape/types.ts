// SPDX-License-Identifier: Apache-2.0

/** Where in what was read something stands. */
export type Path = readonly (string | number)[];

export interface Issue {
  readonly path: Path;
  /** What is wrong there, to stand behind the name of the field: "is not an address". */
  readonly message: string;
}

/** Everything that is wrong with what was read. */
export class ShapeError extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(prettifyError({ issues }));
    this.name = "ShapeError";
    this.issues = issues;
  }
}

export type Parsed<Out> =
  | { readonly success: true; readonly data: Out }
  | { readonly success: false; readonly error: ShapeError };

/** A condition beyond the type; undefined when it is met, or else what is wrong. */
export type Check<Value> = (value: Value) => string | undefined;

/** What data from elsewhere must look like. `In` is the type of what is given, `Out` of what comes of it. */
export interface Shape<Out = unknown, In = Out> {
  /** For the compiler only. */
  readonly types?: { readonly out: Out; readonly in: In };
  /** Whether a field of this shape may be absent. */
  readonly isOptional: boolean;
  /** Reads a value and notes what is wrong with it. The result is of use only when nothing was noted. */
  readonly read: (value: unknown, path: Path, issues: Issue[]) => Out;
  /** The same shape under further conditions, which are asked only of a value of the right type. */
  check(...checks: readonly Check<Out>[]): Shape<Out, In>;
  safeParse(value: unknown): Parsed<Out>;
}

/** A field that may be absent. */
export interface Optional<Out, In> extends Shape<Out | undefined, In | undefined> {
  readonly isOptional: true;
}

export type infer<S extends Shape> = S extends Shape<infer Out, infer _In> ? Out : never;
export type input<S extends Shape> = S extends Shape<infer _Out, infer In> ? In : never;

/** Builds a shape from how it reads. */
export function shape<Out, In = Out>(read: Shape<Out, In>["read"], isOptional = false): Shape<Out, In> {
  return {
    isOptional,
    read,
    check: (...checks) =>
      shape<Out, In>((value, path, issues) => {
        const before = issues.length;
        const result = read(value, path, issues);
        if (issues.length > before) return result;
        for (const check of checks) {
          const message = check(result);
          if (message !== undefined) issues.push({ path, message });
        }
        return result;
      }, isOptional),
    safeParse(value) {
      const issues: Issue[] = [];
      const data = read(value, [], issues);
      return issues.length === 0
        ? { success: true, data }
        : { success: false, error: new ShapeError(issues) };
    },
  };
}

/** One line for each thing that is wrong, with its place. */
export function prettifyError({ issues }: { readonly issues: readonly Issue[] }): string {
  return issues.map(({ path, message }) => `${path.join(".") || "the whole"}: ${message}`).join("\n");
}
