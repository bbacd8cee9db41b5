// SPDX-License-Identifier: Apache-2.0
import { PHONE_WIDTH } from "./desks.ts";
import type { Picture } from "./picture.ts";
import { showAssessment, showCheck, showProposal } from "./steps.ts";

/** A gift of the demonstration that has reached shops. */
const GIFT = "GIFT-250";

/** What donors see. @param agreement One with payments. @param fund The one that the gift went into. */
export function donorPictures(agreement: string, fund: string): Picture[] {
  const follow = `/follow?fund=${fund}&reference=${GIFT}`;
  return [
    { name: "overview", path: "/", height: 1250 },
    { name: "overview-dark", path: "/", height: 1100, scheme: "dark" },
    { name: "overview-phone", path: "/", width: PHONE_WIDTH, height: 900 },
    { name: "overview-arabic", path: "/", height: 1100, language: "ar" },
    { name: "agreements", path: "/agreements", height: 560 },
    { name: "agreement", path: `/agreements/${agreement}`, height: 1100 },
    { name: "fund", path: `/funds/${fund}`, height: 1100 },
    { name: "timeline", path: "/timeline", height: 1000 },
    { name: "follow", path: follow, height: 1250 },
    { name: "follow-arabic-phone", path: follow, width: PHONE_WIDTH, height: 900, language: "ar" },
    { name: "verify", path: "/verify", height: 1000, show: showCheck },
    { name: "readiness", path: "/readiness", height: 1250, show: showAssessment },
    { name: "council", path: "/council", height: 1100, show: showProposal },
  ];
}
