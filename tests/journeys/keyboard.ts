/**
 * Somebody with a keyboard and nothing else: Tab, Shift+Tab, arrows, Space, Enter and typing. At every stop the focus
 * must be seen: a line of at least 2 px around the element (WCAG 2.2, 2.4.7 and 2.4.13), on the screen, and nothing in
 * front of it (2.4.11).
 */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { allIn } from '../../src/casework/person/typed-text.ts';
import { picture } from '../support/application.ts';

/** More than any page has. */
const MOST_STOPS = 150;

export interface Stop {
  readonly kind: string;
  readonly name: string;
  readonly value: string;
  readonly checked: boolean;
  readonly text: string;
  readonly href: string;
}

/** Where the focus is; nothing where the page itself has it, as at its start. */
export async function stopOf(page: Page): Promise<Stop | undefined> {
  const found = await page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) {
      return undefined;
    }
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 20)];
    const top = document.elementFromPoint(x, y);
    const input = element instanceof HTMLInputElement ? element : undefined;
    const field = element instanceof HTMLTextAreaElement ? element : input;
    return {
      lined:
        outlineStyle !== 'none' &&
        Number.parseFloat(outlineWidth) >= 2 &&
        !/^transparent$|, 0\)$/.test(outlineColor),
      uncovered: top !== null && (element.contains(top) || top.contains(element)),
      html: element.outerHTML.slice(0, 160),
      stop: {
        kind: input?.type ?? element.tagName.toLowerCase(),
        name: field?.name ?? '',
        value: field?.value ?? '',
        checked: input?.checked ?? false,
        text: (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim(),
        href: element.getAttribute('href') ?? '',
      },
    };
  });
  if (found === undefined) {
    return undefined;
  }
  assert.deepEqual(
    { lined: found.lined, uncovered: found.uncovered },
    { lined: true, uncovered: true },
    `the focus is not seen at ${page.url()}: ${found.html}`,
  );
  return found.stop;
}

/** Goes on stop by stop, or back, until one is the wanted. */
export async function tabTo(
  page: Page,
  wanted: (stop: Stop) => boolean,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<Stop> {
  const passed: string[] = [];
  for (let k = 0; k < MOST_STOPS; k += 1) {
    await page.keyboard.press(key);
    const stop = await stopOf(page);
    if (stop !== undefined && wanted(stop)) {
      return stop;
    }
    passed.push(stop?.text ?? 'the page');
  }
  return assert.fail(`${page.url()}: the keyboard never gets there, only to ${passed.join(' | ')}`);
}

/** Presses Enter, and waits for the page that comes. */
export async function enters(page: Page): Promise<void> {
  const loaded = page.waitForEvent('load');
  await page.keyboard.press('Enter');
  await loaded;
}

export async function followsLink(page: Page, href: string): Promise<void> {
  await tabTo(page, (stop) => stop.href === href);
  await enters(page);
}

export const isButton =
  (text: string) =>
  (stop: Stop): boolean =>
    stop.kind === 'button' && stop.text === text;

/** Fills in a form stop by stop, gives a file to each box for one, and presses the button. */
export async function fillsAndSends(
  page: Page,
  typed: Parameters<typeof allIn>[0],
  button: string,
): Promise<void> {
  // Interception stays on while anybody listens; turned on for each box anew, it came too late on a slow machine.
  page.on('filechooser', () => undefined);
  await tabTo(page, (stop) => stop.kind === 'a' && stop.href === '#main');
  await page.keyboard.press('Enter');
  for (let k = 0; k < MOST_STOPS; k += 1) {
    await page.keyboard.press('Tab');
    const stop = await stopOf(page);
    if (stop !== undefined && isButton(button)(stop)) {
      await enters(page);
      return;
    }
    if (stop !== undefined && stop.name !== '') {
      await answers(page, stop, allIn(typed, stop.name));
    }
  }
  assert.fail(`${page.url()}: the keyboard never gets to "${button}"`);
}

async function answers(page: Page, stop: Stop, values: readonly string[]): Promise<void> {
  if (stop.kind === 'file') {
    const opened = page.waitForEvent('filechooser');
    await page.keyboard.press('Space');
    const buffer = Buffer.from(await picture(90 + stop.name.length));
    await (await opened).setFiles({ name: 'scan.png', mimeType: 'image/png', buffer });
  } else if (stop.kind === 'radio') {
    if (values[0] !== undefined) {
      await picks(page, stop, values[0]);
    }
  } else if (stop.kind === 'checkbox') {
    if (values.includes(stop.value) !== stop.checked) {
      await page.keyboard.press('Space');
    }
  } else if (values[0] !== undefined) {
    await page.keyboard.type(values[0]);
  }
}

/** Among the options of one question: Space for the first, the arrow for the others. */
export async function picks(page: Page, first: Stop, value: string): Promise<void> {
  if (first.value === value && !first.checked) {
    await page.keyboard.press('Space');
  }
  let at: Stop | undefined = first;
  for (let k = 0; k < MOST_STOPS && at?.value !== value; k += 1) {
    await page.keyboard.press('ArrowDown');
    at = await stopOf(page);
  }
  assert.deepEqual([(await stopOf(page))?.value, (await stopOf(page))?.checked], [value, true]);
}
