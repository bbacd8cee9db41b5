import { chromium } from "playwright-core";
import { AxeBuilder } from "@axe-core/playwright";
import { browserFlags, findBrowser } from "#scripts/house/browser.ts";
// args: base then  path|name|width|scheme|lang|script
const [base, ...jobs] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: findBrowser()!, args: [...browserFlags] });
for (const job of jobs) {
  const [path, name, width = "1280", scheme = "light", lang = "en", act = ""] = job.split("|");
  const context = await browser.newContext({ viewport: { width: Number(width), height: 900 }, colorScheme: scheme as "light" });
  await context.addInitScript(`localStorage.setItem("annona.language","${lang}")`);
  const page = await context.newPage();
  page.on("pageerror", (e) => console.log(name, "PAGEERROR", e.message));
  page.on("console", (m) => { if (m.type() === "error") console.log(name, "CONSOLE", m.text().slice(0, 300)); });
  await page.goto(base + path);
  await page.getByRole("heading", { level: 1 }).first().waitFor({ timeout: 20000 });
  await page.waitForTimeout(1200);
  if (act) { await page.evaluate(`(async()=>{${act}})()`); await page.waitForTimeout(6000); }
  await page.screenshot({ path: `/tmp/donorx/${name}.png`, fullPage: true });
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a","wcag2aa","wcag21a","wcag21aa","wcag22aa","best-practice"]).analyze();
  for (const v of violations) console.log(name, "AXE", v.id, v.nodes[0]?.html.slice(0, 200), v.nodes.length);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wide > 0) console.log(name, "TOO WIDE", wide);
  await context.close();
}
await browser.close();
