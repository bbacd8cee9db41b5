// SPDX-License-Identifier: Apache-2.0

import { Button } from "@mantine/core";
import { Page } from "../layout/index.ts";
import { TextLink } from "../ui/TextLink.tsx";
import { words } from "../words/index.ts";
import { appError, toAppError } from "./AppError.ts";
import { ErrorNote } from "./ErrorNote.tsx";

const noPage = appError("page-not-found");

/** For addresses that lead nowhere. */
export function NotFoundPage() {
  return (
    <Page title={words.notFound.title}>
      <ErrorNote error={noPage} />
      <p>
        <TextLink to="/programmes">{words.nav.programmes}</TextLink>
      </p>
    </Page>
  );
}

/** In place of a page that failed while it was drawn or loaded. */
export function BrokenPage({ error }: { readonly error: unknown }) {
  return (
    <Page title={words.broken.title}>
      <ErrorNote error={toAppError(error)} />
      <p>
        <Button onClick={() => window.location.reload()}>{words.reload}</Button>
      </p>
    </Page>
  );
}
