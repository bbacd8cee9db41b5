// SPDX-License-Identifier: Apache-2.0

import { documentHash } from "#sdk/agency/documents.ts";

/**
 * Papers that an agreement names by hash and that a page writes itself. Plain UTF-8 text, so that anybody can hash them again with any
 * tool, in ten years too:
 *
 * - what a milestone asks for: the text as it was typed (NFC, lines ended by a line feed, no space at the end), one line feed at the end;
 * - the list of documents: one line a document, its keccak256, two spaces, its title; sorted as they are given.
 */
export interface Paper {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** keccak256 of the bytes. */
  readonly hash: string;
}

/** The paper that says what is to be done. */
export function descriptionPaper(text: string): Paper {
  return paperOf(`${plain(text)}\n`);
}

/** A document that belongs to an agreement. */
export interface NamedDocument {
  /** keccak256 of the file. */
  readonly hash: string;
  /** One line; nothing personal. */
  readonly title: string;
}

/** The paper that lists the agreement's documents; without documents an empty file, which has a hash as well. */
export function documentsPaper(documents: readonly NamedDocument[]): Paper {
  return paperOf(
    documents.map(({ hash, title }) => `${hash}  ${plain(title).replaceAll("\n", " ")}\n`).join(""),
  );
}

const LINE = /^(0x[0-9a-f]{64}) {2}(.+)$/;

/** The text of a description. */
export function readDescription(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replace(/\n$/, "");
}

/** The documents of a list; undefined when the file is no such list. */
export function readDocuments(bytes: Uint8Array): NamedDocument[] | undefined {
  const lines = new TextDecoder().decode(bytes).split("\n");
  if (lines.pop() !== "") return undefined;
  const found = lines.map((line) => LINE.exec(line));
  if (found.includes(null)) return undefined;
  return found.map((match) => ({ hash: match?.[1] ?? "", title: match?.[2] ?? "" }));
}

function plain(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[^\S\n]+$/gm, "")
    .trim();
}

function paperOf(text: string): Paper {
  const bytes = new Uint8Array(new TextEncoder().encode(text));
  return { bytes, hash: documentHash(bytes) };
}
