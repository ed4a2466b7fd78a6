/** Every page of a candidate but the exam, and the page a supervisor answers on. */
import type { App } from '../server/app.ts';
import type { Handlers } from '../server/server.ts';
import { accommodationHandlers } from './accommodation-handlers.ts';
import { applyHandlers } from './apply-handlers.ts';
import { attestHandlers } from './attest-handlers.ts';
import { auditHandlers } from './audit-handlers.ts';
import { conductHandlers } from './conduct-handlers.ts';
import { hoursHandlers } from './hours-handlers.ts';
import { matterHandlers } from './matter-handlers.ts';
import { mentoringHandlers } from './mentoring-handlers.ts';
import { myCredentialHandlers } from './my-credential-handlers.ts';
import { myHandlers } from './my-handlers.ts';
import { myIdeaHandlers } from './my-idea-handlers.ts';
import { myOpeningHandlers } from './my-opening-handlers.ts';
import { myOpinionHandlers } from './my-opinion-handlers.ts';
import { myRegisterHandlers } from './my-register-handlers.ts';
import { myStoryHandlers } from './my-story-handlers.ts';
import { myStudyHandlers } from './my-study-handlers.ts';
import { nameHandlers } from './name-handlers.ts';
import { renewalHandlers } from './renewal-handlers.ts';

type CandidateRoute =
  | keyof ReturnType<typeof myHandlers>
  | keyof ReturnType<typeof myCredentialHandlers>
  | keyof ReturnType<typeof myOpinionHandlers>
  | keyof ReturnType<typeof myIdeaHandlers>
  | keyof ReturnType<typeof myOpeningHandlers>
  | keyof ReturnType<typeof myStudyHandlers>
  | keyof ReturnType<typeof myStoryHandlers>
  | keyof ReturnType<typeof myRegisterHandlers>
  | keyof ReturnType<typeof nameHandlers>
  | keyof ReturnType<typeof mentoringHandlers>
  | keyof ReturnType<typeof matterHandlers>
  | keyof ReturnType<typeof applyHandlers>
  | keyof ReturnType<typeof accommodationHandlers>
  | keyof ReturnType<typeof attestHandlers>
  | keyof ReturnType<typeof conductHandlers>
  | keyof ReturnType<typeof renewalHandlers>
  | keyof ReturnType<typeof hoursHandlers>
  | keyof ReturnType<typeof auditHandlers>;

export const candidateHandlers = (app: App): Pick<Handlers, CandidateRoute> => ({
  ...myHandlers(app),
  ...myCredentialHandlers(app),
  ...myOpinionHandlers(app),
  ...myIdeaHandlers(app),
  ...myOpeningHandlers(app),
  ...myStudyHandlers(app),
  ...myStoryHandlers(app),
  ...myRegisterHandlers(app),
  ...nameHandlers(app),
  ...mentoringHandlers(app),
  ...matterHandlers(app),
  ...applyHandlers(app),
  ...accommodationHandlers(app),
  ...attestHandlers(app),
  ...conductHandlers(app),
  ...renewalHandlers(app),
  ...hoursHandlers(app),
  ...auditHandlers(app),
});
