/** A file of somebody else's making, opened in a window that can do nothing but show it. */
import type { Frame } from '../../web/parts/page-frame/frame.ts';
import { missingPage } from './problem-pages.ts';
import type { Reply } from './visit.ts';

export const fileShown = (
  frame: Frame,
  file: { readonly mediaType: string; readonly bytes: Uint8Array } | undefined,
): Reply =>
  file === undefined
    ? missingPage(frame)
    : {
        kind: 'bytes',
        type: file.mediaType,
        bytes: file.bytes,
        headers: {
          'cache-control': 'no-store',
          'content-disposition': 'inline',
          'content-security-policy': "sandbox; default-src 'none'",
        },
      };
