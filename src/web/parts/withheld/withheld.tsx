/**
 * A figure that is not shown, to protect the few people behind it. A small cell and the cell that protects it read
 * the same word, never a dash or a zero, so that nobody can tell which is which.
 */
import type { ReactElement } from 'react';
import { en } from '../../words/en.ts';

export function Withheld(): ReactElement {
  return <span className="withheld">{en.findings.withheld}</span>;
}
