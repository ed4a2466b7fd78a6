import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const css = readFileSync('src/web/parts/0-tokens.css', 'utf8');

type Theme = Readonly<Record<string, string>>;

function colors(block: string): Theme {
  return Object.fromEntries(
    [...block.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  ) as Theme;
}

const block = (start: string): string => {
  const from = css.indexOf(start);
  assert.ok(from >= 0, `${start} is in the tokens`);
  return css.slice(from, css.indexOf('}', from));
};

const light = colors(block('  :root {'));
const dark = colors(block(':root[data-theme="dark"] {'));
const darkBySystem = colors(block('@media (prefers-color-scheme: dark)'));

// WCAG 2.2, "relative luminance" and "contrast ratio".
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const text = [
  ...['ink', 'ink-soft', 'accent', 'accent-strong', 'alarm'].flatMap((color) =>
    ['paper', 'raised', 'sunk', 'accent-wash', 'alarm-wash'].map(
      (under) => [color, under] as const,
    ),
  ),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-band', 'band'],
] as const;

const graphics = [
  ...['rule-strong', 'focus', 'accent', 'alarm', 'ink'].flatMap((color) =>
    ['paper', 'raised', 'sunk'].map((under) => [color, under] as const),
  ),
  ...[1, 2, 3, 4, 5, 6].map((group) => [`group-${group}`, 'paper'] as const),
];

for (const [name, theme] of [
  ['light', light],
  ['dark', dark],
] as const) {
  test(`the ${name} theme lets every text be read: at least 4.5 to 1`, () => {
    for (const [over, under] of text) {
      const ratio = contrast(theme[over]!, theme[under]!);
      assert.ok(ratio >= 4.5, `${over} on ${under} in ${name}: ${ratio.toFixed(2)}`);
    }
  });
  test(`the ${name} theme lets every line and mark be seen: at least 3 to 1`, () => {
    for (const [over, under] of graphics) {
      const ratio = contrast(theme[over]!, theme[under]!);
      assert.ok(ratio >= 3, `${over} on ${under} in ${name}: ${ratio.toFixed(2)}`);
    }
  });
}

test('dark by the system and dark by choice are the same theme', () => {
  assert.deepEqual(darkBySystem, dark);
  assert.deepEqual(new Set(Object.keys(dark)), new Set(Object.keys(light)));
});

test('contrast is measured as WCAG says: black on white is 21, a color on itself 1', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(contrast('#777777', '#777777'), 1);
  // A published borderline pair: #767676 on white just passes at 4.54.
  assert.equal(contrast('#767676', '#ffffff').toFixed(2), '4.54');
});
