// SPDX-License-Identifier: Apache-2.0

import { toJsonSchema } from "@valibot/to-json-schema";
import * as v from "valibot";
import { fieldNotes, notesOn } from "./notes.ts";

type ObjectShape = v.ObjectSchema<v.ObjectEntries, undefined>;
type Json = Readonly<Record<string, unknown>>;

/** A shape as JSON Schema, as it travels: with all that is noted of it, and with no field but its own. */
export function answerSchema(shape: v.GenericSchema): Json {
  const { $schema: _, ...schema } = toJsonSchema(shape, {
    target: "draft-2020-12",
    typeMode: "input",
    overrideSchema: ({ valibotSchema, jsonSchema }) => ({
      ...(v.isOfType("object", valibotSchema)
        ? closed(jsonSchema as Json, fieldNotes(valibotSchema as ObjectShape))
        : jsonSchema),
      ...notesOn(valibotSchema),
    }),
  });
  return schema;
}

function closed(schema: Json, descriptions: Readonly<Record<string, string>>): Json {
  const properties = Object.entries(schema.properties as Readonly<Record<string, Json>>).map(
    ([name, property]) => {
      const description = descriptions[name];
      return [name, description === undefined ? property : { ...property, description }];
    },
  );
  return { ...schema, properties: Object.fromEntries(properties), additionalProperties: false };
}
