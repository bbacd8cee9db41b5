// SPDX-License-Identifier: Apache-2.0

// The names are those of zod, so that whoever knows one can read the other.
export * from "./checks.ts";
export * from "./shapes.ts";
export { type infer, type input, type Parsed, prettifyError, type Shape, ShapeError } from "./types.ts";
