/**
 * Draws a part of the design system in the browser: the same component that the server writes as HTML, turned into
 * elements without the whole of React. For components that are plain functions of their properties, as ours are; text
 * stays text, so nothing a stranger wrote can become markup.
 */
// biome-ignore lint/correctness/noUnresolvedImports: the package has these; its module format hides them from the linter.
import { Fragment, isValidElement, type ReactNode } from 'react';

const SVG = 'http://www.w3.org/2000/svg';
/** React's names of attributes that HTML and SVG spell otherwise. */
const SPELLED: Readonly<Record<string, string>> = {
  className: 'class',
  strokeWidth: 'stroke-width',
};

export function draw(node: ReactNode, into: ParentNode): void {
  if (typeof node === 'string' || typeof node === 'number') {
    into.append(String(node));
  } else if (Array.isArray(node)) {
    for (const one of node) {
      draw(one, into);
    }
  } else if (isValidElement<Readonly<Record<string, unknown>>>(node)) {
    drawElement(node.type, node.props, into);
  }
}

function drawElement(
  type: unknown,
  { children, ...attributes }: Readonly<Record<string, unknown>>,
  into: ParentNode,
): void {
  if (type === Fragment) {
    draw(children as ReactNode, into);
  } else if (typeof type === 'function') {
    draw(type({ children, ...attributes }), into);
  } else {
    const tag = String(type);
    const inSvg = tag === 'svg' || (into instanceof Element && into.namespaceURI === SVG);
    const element = inSvg ? document.createElementNS(SVG, tag) : document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== undefined && value !== null && value !== false) {
        element.setAttribute(SPELLED[name] ?? name, value === true ? '' : String(value));
      }
    }
    draw(children as ReactNode, element);
    into.append(element);
  }
}
