/** What the handlers share: the world of the use cases, and what this installation is. */
import type { Measurements } from '../../workflow/measure/measurements.ts';
import type { PreviewWorld } from '../../workflow/measure/preview-rule.ts';
import type { DrawWorld } from '../../workflow/opening/hold-draw.ts';
import type { World } from '../../workflow/ports/ports.ts';
import type { LogFolder, PublishedLog } from '../../workflow/publish/log-publisher.ts';

export interface InboxLetter {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly at: string;
}

export interface App {
  readonly world: World;
  readonly log: PublishedLog;
  /** The public files of the log. */
  readonly logFolder: LogFolder;
  /** Only workflow/measure may use it. */
  readonly measurements: Measurements;
  /** Of linear programs, for the disclosure gate. */
  readonly solver: PreviewWorld['solver'];
  /** Of linear programs that grow, for draws; loaded when it is first needed. */
  readonly draws: DrawWorld['draws'];
  /** The SHA-256, in hex, of the secret by which programs of the body itself may call; undefined where none may. */
  readonly programSecret?: string | undefined;
  /** Keys the form tokens. */
  readonly secret: string;
  /** A hash of nothing, checked where an address has no account, so that both answers take as long. */
  readonly decoyHash: string;
  /** True where an invented body runs here: the banner says so, and one click signs in. */
  readonly demonstration: boolean;
  /** The mail folder of a demonstration. */
  readonly inbox: ((limit: number) => Promise<readonly InboxLetter[]>) | undefined;
  /** Where the repository stands on disk: style sheets and fonts are read from there. */
  readonly root: string;
  /** The folder of compiled browser scripts. */
  readonly scripts: string;
  /** Writes a fault to the server's own log and returns the number people are shown. */
  readonly fault: (cause: unknown, route: string) => string;
}
