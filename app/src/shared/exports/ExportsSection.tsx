// SPDX-License-Identifier: Apache-2.0

import { Anchor } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { addressOf } from "../api/index.ts";
import { Section } from "../ui/index.ts";
import classes from "./exports.module.css";
import { words as text } from "./words/index.ts";

interface ExportsSectionProps {
  /** From "/api/" on, without the file: "/api/programmes/0x...". Empty for everything together. */
  readonly of: string;
  /** Files besides IATI, each with what the link says. */
  readonly files: readonly (readonly [file: string, label: string])[];
  /** Code of the one currency that they are in, where there is one. */
  readonly currency?: string;
}

/** The browser's own list is only asked for what the note says; what a file states is decided where it is written. */
const KNOWN_CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/** Links to the files of the API's exports, which other systems may read at the same addresses. */
export function ExportsSection({ of, files, currency }: ExportsSectionProps) {
  const all = [["iati.xml", text.iati] as const, ...files];
  const paths = all.map(([file]) => `${of}/export/${file}`);
  const { data } = useQuery({
    queryKey: ["export addresses", ...paths],
    queryFn: () => Promise.all(paths.map((path) => addressOf(path))),
  });
  return (
    <Section title={text.title} hint={`${text.hint} ${text.none}`}>
      {() => (
        <>
          {currency === undefined || KNOWN_CURRENCIES.has(currency) ? null : (
            <p className={classes.note} data-print="hide">
              {text.noCode(currency)}
            </p>
          )}
          <ul className={classes.exports} data-print="hide">
            {all.map(([file, label], index) => (
              <li key={file}>
                <Anchor inherit href={data?.[index]} download>
                  {label}
                </Anchor>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
