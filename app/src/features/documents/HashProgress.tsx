// SPDX-License-Identifier: Apache-2.0

import { Button, Progress } from "@mantine/core";
import { shareOf, showBytes } from "../../shared/format/index.ts";
import { DropPlace } from "../../shared/ui/index.ts";
import { words } from "../../shared/words/index.ts";
import classes from "./documents.module.css";

const text = words.documents;

interface HashProgressProps {
  readonly file: File;
  readonly bytesDone: number;
  readonly onCancel: () => void;
}

export function HashProgress({ file, bytesDone, onCancel }: HashProgressProps) {
  const label = text.hashing(file.name);
  const share = shareOf(BigInt(bytesDone), BigInt(file.size));
  return (
    <DropPlace label={label}>
      <Progress value={share * 100} className={classes.progress} aria-label={label} />
      <p className={classes.soft}>{text.progress(showBytes(bytesDone), showBytes(file.size))}</p>
      <Button variant="default" onClick={onCancel}>
        {text.cancel}
      </Button>
    </DropPlace>
  );
}
