// SPDX-License-Identifier: Apache-2.0

import { NativeSelect } from "@mantine/core";
import { countOf, showBytes } from "../../../shared/format/index.ts";
import type { ImportDesk } from "../flow/useImport.ts";
import type { FileReading } from "../list/choice.ts";
import { words } from "../words/index.ts";
import type { OpenedFile } from "../worker/protocol.ts";
import classes from "./columns.module.css";

const text = words.columns;

/** How the bytes were read, and a way to say otherwise. */
export function ReadDifferently({
  desk,
  opened,
}: {
  readonly desk: ImportDesk;
  readonly opened: OpenedFile;
}) {
  const { reading, fileName } = desk.state;
  const { delimiter, encoding, headerRow, rows, bytes } = opened;
  const change = (part: Partial<FileReading>) => desk.readDifferently({ ...reading, ...part });
  return (
    <details className={classes.reading}>
      <summary>
        <strong>{fileName}</strong>
        <span>
          {countOf(rows, words.rows)}, {showBytes(bytes)}.{" "}
          {text.asRead(encoding.toUpperCase(), text.separators[delimiter] ?? delimiter, String(headerRow))}
        </span>
        <span className={classes.more}>{text.differently}</span>
      </summary>
      <div className={classes.readingFields}>
        <NativeSelect
          label={text.separator}
          value={reading.delimiter}
          data={[
            { value: "auto", label: text.auto },
            ...Object.entries(text.separators).map(([value, label]) => ({ value, label })),
          ]}
          onChange={(event) => change({ delimiter: event.currentTarget.value as FileReading["delimiter"] })}
        />
        <NativeSelect
          label={text.encoding}
          value={reading.encoding}
          data={[
            { value: "auto", label: text.auto },
            { value: "windows-1252", label: text.older },
          ]}
          onChange={(event) => change({ encoding: event.currentTarget.value as FileReading["encoding"] })}
        />
      </div>
    </details>
  );
}
