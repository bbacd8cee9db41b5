// SPDX-License-Identifier: Apache-2.0

export { Amount } from "./Amount.tsx";
export { ButtonLink } from "./ButtonLink.tsx";
export { type CheckedItem, Checklist } from "./Checklist.tsx";
export { type Column, DataTable } from "./DataTable.tsx";
export { DropPlace } from "./DropPlace.tsx";
export { Empty } from "./Empty.tsx";
export { type Fact, FactGrid } from "./FactGrid.tsx";
export { FileDrop } from "./FileDrop.tsx";
export { HexValue } from "./HexValue.tsx";
export { HintLine } from "./HintLine.tsx";
export { Icon } from "./Icon.tsx";
export { Logo } from "./Logo.tsx";
export { Meter } from "./Meter.tsx";
export { Section } from "./Section.tsx";
export { StateBadge, type Tone } from "./StateBadge.tsx";
export { TextLink } from "./TextLink.tsx";
export { useOpened } from "./useOpened.ts";
export { WayBack } from "./WayBack.tsx";
