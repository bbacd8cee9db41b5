// SPDX-License-Identifier: Apache-2.0
import { z } from "zod";

/** A picture of one page. */
export interface Picture {
  readonly name: string;
  /** Page from the address of the app. */
  readonly path: string;
  /** Who is connected, as the demonstration's switch calls them; nobody on public pages. */
  readonly officer?: string;
  readonly scheme?: "light" | "dark";
  readonly width?: number;
  readonly height: number;
  /** Heading to scroll to; the top when there is none. */
  readonly heading?: string;
  readonly language?: "en-GB" | "fr-FR" | "ar";
}

export const DESK = 1280;
const PHONE = 360;

const settlementsSchema = z.object({ items: z.array(z.object({ statement: z.string() })) });
const programmesSchema = z.object({ items: z.array(z.object({ address: z.string(), name: z.string() })) });

/** Every page of the demonstration that runs at the address. */
export async function allPictures(url: string): Promise<Picture[]> {
  const { items } = await ask(`${url}/api/programmes`, programmesSchema);
  // The voucher programme shows every kind of money at once.
  const shown = items.find(({ name }) => name.startsWith("Food vouchers")) ?? items[0];
  const address = shown?.address ?? "";
  const settled = await ask(`${url}/api/programmes/${address}/settlements`, settlementsSchema);
  return [...publicPictures(address, settled.items[0]?.statement ?? ""), ...consolePictures(address)];
}

function publicPictures(address: string, statement: string): Picture[] {
  const programme = `/programmes/${address}`;
  return [
    { name: "programmes", path: "/programmes", height: 520 },
    { name: "programme", path: programme, height: 960 },
    { name: "programme-dark", path: programme, scheme: "dark", height: 960 },
    { name: "receipts", path: programme, height: 700, heading: "Receipts" },
    { name: "programme-phone", path: programme, width: PHONE, height: 800 },
    { name: "documents", path: `/documents?hash=${statement}`, height: 760 },
  ];
}

function consolePictures(address: string): Picture[] {
  const desk = `/console/programmes/${address}`;
  return [
    { name: "console-waiting", officer: "Finance", path: "/console", height: 800 },
    { name: "console-programme", officer: "Preparer", path: desk, height: 1100 },
    { name: "console-new-cycle", officer: "Preparer", path: `${desk}/new-cycle`, height: 900 },
    { name: "console-cycle", officer: "Approver", path: `${desk}/cycles/2`, height: 900 },
    { name: "console-approve", officer: "Approver", path: `${desk}/cycles/2/approve`, height: 1200 },
    { name: "console-load", officer: "Preparer", path: `${desk}/cycles/1/load`, height: 760 },
    { name: "console-close", officer: "Finance", path: `${desk}/cycles/1/close`, height: 900 },
    { name: "console-messages", officer: "Preparer", path: `${desk}/cycles/1/messages`, height: 800 },
    { name: "console-accounts", officer: "Custodian", path: "/console/accounts?account=300", height: 1100 },
    { name: "console-open-accounts", officer: "Custodian", path: "/console/accounts/open", height: 760 },
    { name: "console-cards", officer: "Custodian", path: "/console/accounts/cards", height: 760 },
    { name: "console-shops", officer: "Finance", path: `${desk}/shops`, height: 800 },
    { name: "console-shop", officer: "Custodian", path: `${desk}/shops?shop=1`, height: 1000 },
    { name: "console-terminal", path: `${desk}/terminal`, width: PHONE, height: 800 },
    { name: "console-receipts", officer: "Finance", path: `${desk}/receipts`, height: 800 },
    { name: "console-reconcile", officer: "Finance", path: `${desk}/reconcile?shop=3&cycle=1`, height: 700 },
    { name: "console-correct", officer: "Finance", path: `${desk}/correct`, height: 700 },
    { name: "console-settle", officer: "Finance", path: `${desk}/settle`, height: 760 },
    { name: "console-settlement", officer: "Finance", path: `${desk}/settlements/1`, height: 760 },
    { name: "console-office", officer: "Administrator", path: "/console/office", height: 1100 },
    { name: "console-waiting-french", officer: "Finance", path: "/console", height: 800, language: "fr-FR" },
    { name: "console-waiting-arabic", officer: "Finance", path: "/console", height: 800, language: "ar" },
    { name: "console-programme-dark", officer: "Finance", path: desk, height: 1100, scheme: "dark" },
    { name: "console-programme-phone", officer: "Finance", path: desk, width: PHONE, height: 800 },
  ];
}

async function ask<T>(url: string, schema: z.ZodType<T>): Promise<T> {
  return schema.parse(await (await fetch(url)).json());
}
