// SPDX-License-Identifier: Apache-2.0

import type * as v from "valibot";
import { z } from "zod";
import { error } from "#sdk/history/shapes/index.ts";
import { answerSchema } from "./jsonSchema.ts";
import type { Route } from "./route.ts";
import { ROUTES } from "./routes.ts";
import { health, readiness } from "./serviceShapes.ts";

type Json = Readonly<Record<string, unknown>>;

/** Routes outside of /api, for whoever runs the server. */
export const SERVICE_ROUTES = [
  {
    path: "/health",
    summary: "The server runs.",
    answers: { 200: { name: "Health", schema: health } },
  },
  {
    path: "/ready",
    summary: "The server can answer: its database is there, and the index is not far behind the chain.",
    answers: {
      200: { name: "Readiness", schema: readiness },
      503: { name: "Readiness", schema: readiness },
    },
  },
  { path: "/metrics", summary: "Figures for Prometheus.", answers: { 200: "text/plain" } },
] as const;

const API = "/api";

/** OpenAPI 3.1 of everything that the server answers, made from the schemas that check requests and type the answers. */
export function describeApi(): Json {
  const named = new Map<string, v.GenericSchema>([["Error", error]]);
  const paths: Record<string, Json> = {
    [`${API}/openapi.json`]: operation("This description.", {
      200: { description: "OpenAPI 3.1.", content: { "application/json": { schema: { type: "object" } } } },
    }),
  };
  for (const route of ROUTES) {
    if (route.answer !== "file") named.set(route.answer.name, route.answer.schema);
    paths[`${API}${route.path}`] = describeRoute(route);
  }
  for (const { path, summary, answers } of SERVICE_ROUTES) {
    const responses = Object.entries(answers).map(([status, answer]) => {
      if (typeof answer !== "string") named.set(answer.name, answer.schema);
      const content =
        typeof answer === "string" ? { [answer]: { schema: { type: "string" } } } : jsonContent(answer.name);
      return [status, { description: summary, content }];
    });
    paths[path] = operation(summary, Object.fromEntries(responses));
  }
  const components = [...named].map(([name, schema]) => [name, answerSchema(schema)]);
  return {
    openapi: "3.1.0",
    info: {
      title: "Annona history",
      version: "1",
      description:
        "The public history of a consortium's cash and voucher assistance, read from its chain. Everything is read-only. " +
        "An answer holds for the block that it names, and its ETag changes with it. Money is a decimal string of ledger units.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    paths,
    components: { schemas: Object.fromEntries(components) },
  };
}

function describeRoute({ summary, params, query, answer, mediaTypes = [], errors = {} }: Route): Json {
  const file = Object.fromEntries(mediaTypes.map((type) => [type, { schema: { type: "string" } }]));
  const content = answer === "file" ? file : jsonContent(answer.name);
  const headers = {
    ETag: { schema: { type: "string" }, description: "Names the block that the answer holds for." },
    ...(answer === "file" ? { "Content-Disposition": { schema: { type: "string" } } } : {}),
  };
  const refusals = Object.entries({ 400: "HIST-400", ...errors }).map(([status, code]) => [
    status,
    { description: `Refused: ${code}, see docs/errors.md.`, content: jsonContent("Error") },
  ]);
  return operation(
    summary,
    {
      200: { description: summary, headers, content },
      304: { description: "The caller knows the answer of this block already.", headers },
      ...Object.fromEntries(refusals),
    },
    [...parametersOf("path", params), ...parametersOf("query", query)],
  );
}

function operation(summary: string, responses: Json, parameters: readonly Json[] = []): Json {
  return { get: { summary, ...(parameters.length === 0 ? {} : { parameters }), responses } };
}

function jsonContent(name: string): Json {
  return { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } };
}

function parametersOf(place: "path" | "query", schema: z.ZodObject): Json[] {
  return Object.entries(schema.shape).map(([name, one]) => ({
    name,
    in: place,
    required: place === "path",
    schema: parameterSchema(one as z.ZodType),
  }));
}

/** As the caller sends it. */
function parameterSchema(schema: z.ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input", target: "draft-2020-12" });
  return rest;
}
