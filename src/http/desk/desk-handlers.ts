/** Every page of the desk, whatever the office. */
import type { App } from '../server/app.ts';
import { boardHandlers } from './board-handlers.ts';
import { bodyHandlers } from './body-handlers.ts';
import { concernDeskHandlers } from './concern-desk-handlers.ts';
import { conductDeskHandlers } from './conduct-desk-handlers.ts';
import { depictionHandlers } from './depiction-handlers.ts';
import { directorHandlers } from './director-handlers.ts';
import { fairnessHandlers } from './fairness-handlers.ts';
import { openingDeskHandlers } from './opening-desk-handlers.ts';
import { outreachHandlers } from './outreach-handlers.ts';
import { panelHandlers } from './panel-handlers.ts';
import { recordsHandlers } from './records-handlers.ts';
import { renewalDeskHandlers } from './renewal-desk-handlers.ts';
import { reviewHandlers } from './review-handlers.ts';
import { rulePreviewHandlers } from './rule-preview-handlers.ts';
import { secondLookHandlers } from './second-look-handlers.ts';
import { staffHandlers } from './staff-handlers.ts';
import { storyDeskHandlers } from './story-desk-handlers.ts';
import { studyHandlers } from './study-handlers.ts';

export const deskHandlers = (app: App) => ({
  ...recordsHandlers(app),
  ...reviewHandlers(app),
  ...staffHandlers(app),
  ...concernDeskHandlers(app),
  ...conductDeskHandlers(app),
  ...directorHandlers(app),
  ...depictionHandlers(app),
  ...studyHandlers(app),
  ...fairnessHandlers(app),
  ...boardHandlers(app),
  ...outreachHandlers(app),
  ...panelHandlers(app),
  ...openingDeskHandlers(app),
  ...secondLookHandlers(app),
  ...bodyHandlers(app),
  ...storyDeskHandlers(app),
  ...rulePreviewHandlers(app),
  ...renewalDeskHandlers(app),
});
