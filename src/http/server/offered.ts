/** Which programs a body offers here: invented ones only where the demonstration runs. */
import { programs } from '../../program/catalog/catalog.ts';
import type { App } from './app.ts';

export const offered = ({ demonstration }: Pick<App, 'demonstration'>) =>
  programs.filter(({ invented }) => demonstration || !invented);
