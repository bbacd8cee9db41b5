// SPDX-License-Identifier: Apache-2.0

import { Button, FileButton } from "@mantine/core";
import { type DragEvent, useRef, useState } from "react";
import { Icon } from "../../shared/ui/index.ts";
import { words } from "../../shared/words/index.ts";
import classes from "./documents.module.css";

const text = words.documents;

/** A place to drop a file, and a button for everybody who does not drag. */
export function FileDrop({ onFile }: { readonly onFile: (file: File) => void }) {
  const [isOver, setIsOver] = useState(false);
  const forgetChoice = useRef<() => void>(null);
  const choose = (file: File | null) => {
    // Without this, choosing the same file again after it was saved anew would not be noticed.
    forgetChoice.current?.();
    if (file) onFile(file);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    <section
      className={classes.drop}
      data-over={isOver || undefined}
      aria-label={text.drop}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <Icon name="fileCheck" size={32} />
      <p className={classes.dropTitle}>{text.drop}</p>
      <p className={classes.soft}>{text.or}</p>
      <FileButton onChange={choose} resetRef={forgetChoice}>
        {(props) => <Button {...props}>{text.choose}</Button>}
      </FileButton>
      <p className={classes.soft}>{text.dropHint}</p>
    </section>
  );
}
