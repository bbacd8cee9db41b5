// SPDX-License-Identifier: Apache-2.0

import { Button, FileButton } from "@mantine/core";
import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { words } from "../words/index.ts";
import { DropPlace } from "./DropPlace.tsx";
import classes from "./FileDrop.module.css";
import { Icon } from "./Icon.tsx";

interface FileDropProps {
  /** What is asked for, such as "Drop the entitlement list here". */
  readonly label?: string;
  /** Text of the button. */
  readonly choose?: string;
  /** One line below: which files, and where they go. */
  readonly hint?: ReactNode;
  /** As of `<input type="file">`: ".csv,.xlsx". Another file can still be dropped; the page says so itself. */
  readonly accept?: string;
  readonly disabled?: boolean;
  readonly onFile: (file: File) => void;
}

/** A place to drop a file, and a button for everybody who does not drag. */
export function FileDrop({ label = words.file.drop, choose = words.file.choose, ...rest }: FileDropProps) {
  const { hint, accept, disabled = false, onFile } = rest;
  const [isOver, setIsOver] = useState(false);
  const forgetChoice = useRef<() => void>(null);
  const take = (file: File | null) => {
    // Without this, choosing the same file again after it was saved anew would not be noticed.
    forgetChoice.current?.();
    if (file) onFile(file);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(!disabled);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const file = event.dataTransfer.files[0];
    if (file && !disabled) onFile(file);
  };
  return (
    <DropPlace
      label={label}
      icon={<Icon name="fileCheck" size={32} />}
      data-over={isOver || undefined}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <p className={classes.soft}>{words.file.or}</p>
      <FileButton onChange={take} resetRef={forgetChoice} disabled={disabled} {...(accept ? { accept } : {})}>
        {(props) => (
          <Button {...props} disabled={disabled}>
            {choose}
          </Button>
        )}
      </FileButton>
      {hint === undefined ? null : <p className={classes.soft}>{hint}</p>}
    </DropPlace>
  );
}
