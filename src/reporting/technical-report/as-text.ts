/** The audit as pages of plain text, for reading and for printing. The first page holds the rules. */
import type { Audit } from './audit.ts';
import { difPage } from './dif-page.ts';
import { itemPage, reliabilityPage } from './item-page.ts';
import { pageOne } from './page-one.ts';

export function asText(audit: Audit): string {
  const pages = [pageOne(audit), reliabilityPage(audit), itemPage(audit), difPage(audit)];
  const closing = 'Numbers are rounded here; the same report with every digit: add --json.';
  return `${['Technical report', '', ...pages.flatMap((page) => [...page, '', '']), closing].join('\n')}\n`;
}
