/**
 * Reads the HTML that our own pages write (attributes quoted, tags closed) into a tree, and asks it what a screen
 * reader would ask: what is this called, what describes it. Not a general HTML parser; the browser tests use a browser.
 */
import assert from 'node:assert/strict';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly inside: (Tag | string)[];
}

const VOID = new Set(['meta', 'link', 'input', 'br', 'hr', 'img']);
const PIECE =
  /<!--.*?-->|<!doctype[^>]*>|<\/([a-z0-9]+)>|<([a-zA-Z0-9]+)((?:\s[^<>]*?)?)(\/?)>|([^<]+)/gs;
const ENTITIES: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#x27;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
};

const unescaped = (text: string): string =>
  text.replace(/&(?:quot|#x27|lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity);

export function parse(html: string): Tag {
  const root: Tag = { name: 'root', attributes: {}, inside: [] };
  const open: Tag[] = [root];
  const top = (): Tag => open[open.length - 1] ?? root;
  for (const [whole, closed, opened, attributes, slash, words] of html.matchAll(PIECE)) {
    if (words !== undefined) {
      top().inside.push(unescaped(words));
    } else if (closed !== undefined) {
      assert.equal(top().name, closed.toLowerCase(), `${whole} closes <${top().name}>`);
      open.pop();
    } else if (opened !== undefined) {
      const tag = {
        name: opened.toLowerCase(),
        attributes: attributesOf(attributes ?? ''),
        inside: [],
      };
      top().inside.push(tag);
      if (slash !== '/' && !VOID.has(tag.name)) open.push(tag);
    }
  }
  assert.equal(open.length, 1, `<${top().name}> is never closed`);
  return root;
}

function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(/([^\s="]+)(?:="([^"]*)")?/g))
    found[name.toLowerCase()] = unescaped(value);
  return found;
}

export const rendered = (element: ReactElement): Tag => parse(renderToStaticMarkup(element));

export function all(under: Tag, fits: (tag: Tag) => boolean): Tag[] {
  return under.inside.flatMap((child) =>
    typeof child === 'string' ? [] : [...(fits(child) ? [child] : []), ...all(child, fits)],
  );
}

export const named = (under: Tag, name: string): Tag[] => all(under, (tag) => tag.name === name);

export const withClass = (under: Tag, name: string): Tag[] =>
  all(under, (tag) => (tag.attributes['class'] ?? '').split(' ').includes(name));

/** The one tag of that name; fails when there is none or several. */
export function only(under: Tag, name: string): Tag {
  const found = named(under, name);
  assert.equal(found.length, 1, `expected one <${name}>, found ${found.length}`);
  return found[0]!;
}

export function byId(under: Tag, id: string): Tag {
  const found = all(under, (tag) => tag.attributes['id'] === id);
  assert.equal(found.length, 1, `expected one element with the id ${id}, found ${found.length}`);
  return found[0]!;
}

const raw = (tag: Tag): string =>
  tag.inside.map((child) => (typeof child === 'string' ? child : raw(child))).join('');

export const words = (tag: Tag): string => raw(tag).replace(/\s+/g, ' ').trim();

/** What a control is called: aria-label, aria-labelledby, its label, its legend, or its own words. */
export function accessibleName(root: Tag, tag: Tag): string {
  const { 'aria-label': label, 'aria-labelledby': by, id } = tag.attributes;
  if (label !== undefined) return label;
  if (by !== undefined)
    return by
      .split(' ')
      .map((one) => words(byId(root, one)))
      .join(' ');
  const labels = all(root, (one) => one.name === 'label' && one.attributes['for'] === id);
  if (id !== undefined && labels.length > 0) return labels.map(words).join(' ');
  const legend = tag.name === 'fieldset' ? named(tag, 'legend')[0] : undefined;
  return words(legend ?? tag);
}

/** What is said after the name: the elements that aria-describedby points to, in order. */
export function description(root: Tag, tag: Tag): string {
  return (tag.attributes['aria-describedby'] ?? '')
    .split(' ')
    .filter((id) => id !== '')
    .map((id) => words(byId(root, id)))
    .join(' ');
}
