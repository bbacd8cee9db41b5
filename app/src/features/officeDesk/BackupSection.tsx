// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { ErrorNote } from "../../shared/errors/index.ts";
import { useOffice } from "../../shared/office/index.ts";
import { Section } from "../../shared/ui/index.ts";
import { NeedsOfficer } from "../../shared/wallet/index.ts";
import classes from "./officeDesk.module.css";
import { words } from "./words/index.ts";

const text = words.backup;
/** Of an ISO moment: the day, which sorts as file names do. */
const DAY_LENGTH = 10;
/** Typed where the server runs, in any language. */
const RESTORE = "npm run annona -- office restore FILE";

/** Everything that the office keeps, saved as one file. */
export function BackupSection() {
  const { client } = useOffice();
  const saving = useMutation({
    mutationFn: () => client.readBackup(),
    onSuccess: (backup) => saveFile(text.file(new Date().toISOString().slice(0, DAY_LENGTH)), backup),
    // It may be large, and is in the file now.
    gcTime: 0,
  });
  return (
    <Section title={text.title} hint={text.hint}>
      {() => (
        <div className={classes.body}>
          <NeedsOfficer as="Administrator">
            <div>
              <Button variant="default" loading={saving.isPending} onClick={() => saving.mutate()}>
                {text.save}
              </Button>
            </div>
            <p className={classes.soft}>
              {text.restore} <code>{RESTORE}</code>
            </p>
            {saving.error ? <ErrorNote error={saving.error} /> : null}
          </NeedsOfficer>
        </div>
      )}
    </Section>
  );
}

function saveFile(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
