/** How complaints are heard, and the public notices in force. */
import { createElement } from 'react';
import { DEFAULT_CONDUCT_RULES } from '../../casework/conduct/conduct-rules.ts';
import { HeardPage } from '../../web/pages/complaints-heard/heard-page.tsx';
import { noticeShown } from '../../web/pages/notices/notice-view.ts';
import { NoticesPage } from '../../web/pages/notices/notices-page.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { KEPT_YEARS } from '../../workflow/conduct/keep-time.ts';
import { publicNotices } from '../../workflow/conduct/public-notices.ts';
import type { App } from '../server/app.ts';
import { pageOfLines } from '../server/paging.ts';
import { type Handler, page } from '../server/visit.ts';

const NOTICES = 12;

export function heardHandlers(app: App) {
  return {
    'complaints-heard': async ({ frame }) =>
      page(
        renderPage(
          createElement(HeardPage, { frame, rules: DEFAULT_CONDUCT_RULES, keptYears: KEPT_YEARS }),
        ),
      ),
    notices: async ({ frame, query }) => {
      const all = await publicNotices(app.world);
      const { shown, pages } = pageOfLines(all, { path: '/notices', query, size: NOTICES });
      return page(
        renderPage(
          createElement(NoticesPage, {
            frame,
            notices: shown.map((notice) => noticeShown(notice, 'list')),
            pages,
          }),
        ),
      );
    },
  } satisfies Readonly<Record<string, Handler>>;
}
