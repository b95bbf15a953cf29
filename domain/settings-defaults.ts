/** What holds for a portal until the user sets something else. */
import type { Settings } from './settings.ts';
import { DEFAULT_WORKING_TIME } from './working-time.ts';

export const DEFAULT_SETTINGS: Settings = {
  workingTime: DEFAULT_WORKING_TIME,
  waitingHours: 4,
  idleDays: 3,
  knowsOneQuestion: false,
  warnsOfSecrets: true,
  hiddenCards: [],
  accessDays: 21,
  accessReminders: [7, 3, 1],
  integratorReviewDays: 30,
  guardsOthers: false,
};
