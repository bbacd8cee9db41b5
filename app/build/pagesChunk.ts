// SPDX-License-Identifier: Apache-2.0

/** Of our own: what a page for everybody is made of. */
const OWN =
  /[\\/]app[\\/]src[\\/]shared[\\/](?:donor|exports|list|words[\\/]labelOf|api[\\/]donor\w+|format|ui|print)(?:[\\/]words)?(?:[\\/][^\\/]+)?\.(?:tsx?|module\.css)$/;
/** What the API's answers look like, as far as it is not in the start of all pages. */
const SHAPES = /[\\/]sdk[\\/]history[\\/]shapes[\\/]\w+\.ts$/;
/** Words are asked for by language; only the module that asks is part of a page. */
const WORDS = /[\\/]words[\\/](?:\w+\.)?(?:en|fr|ar)\.ts$/;
/** Of the library for components: what stands on most of these pages. */
const COMPONENTS =
  /[\\/]@mantine[\\/]core[\\/]esm[\\/]components[\\/](?:VisuallyHidden|CopyButton|Skeleton|CloseButton|Input|InputBase|TextInput|NativeSelect|FileButton)[\\/]/;
const PARTS_OF_COMPONENTS =
  /[\\/](?:use-resolved-styles-api|ComboboxChevron|get-parsed-combobox-data|Combobox\.module|use-clipboard|use-id|random-id|infiniteQueryObserver|useInfiniteQuery|formatAmount)\.(?:mjs|js|ts)$/;
/** Tables of programmes, which the page for everybody and the desk of an agency share. */
const TABLES =
  /[\\/](?:app[\\/]src[\\/]shared[\\/](?:tables|money)[\\/][^\\/]+|cycles[\\/]stageTones\.ts|sdk[\\/]receipts[\\/]catalogue\.ts|sdk[\\/]agency[\\/]cycleStage\.ts)$/;

/**
 * What pages share beyond the start of all pages, in few chunks: left to itself it becomes a piece for each set of pages that share
 * it, forty requests for one page, and on a slow line each of them costs more than what is in it.
 */
export function pagesGroups() {
  return [
    {
      name: "pages",
      test: (id: string) =>
        !WORDS.test(id) && [OWN, SHAPES, COMPONENTS, PARTS_OF_COMPONENTS].some((part) => part.test(id)),
      priority: 5,
      includeDependenciesRecursively: false,
    },
    { name: "tables", test: TABLES, priority: 4, includeDependenciesRecursively: false },
  ];
}
