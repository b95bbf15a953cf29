import type { CardType } from '../../model/card-tabs.ts';
import type { PageMaker } from '../pages.ts';
import type { Portal } from '../portal-site.ts';
import { appPage } from './app-page.ts';
import { connectorPage, contactCenterPage } from './contact-center.ts';
import { cardPage, listPage } from './crm.ts';
import { CRM_TEXTS } from './crm-texts.ts';
import { permissionsPage, rolePage } from './line-permissions.ts';
import { lineSettingsPage } from './line-settings.ts';

const PAGES: Record<string, PageMaker> = {
  '/crm/': (context) => listPage(context, 'deal'),
  '/contact_center/': contactCenterPage,
  '/contact_center/connector/': connectorPage,
  '/contact_center/lines_edit/': lineSettingsPage,
  '/contact_center/permissions/': permissionsPage,
  '/contact_center/permissions/editrole.php': rolePage,
};

/** Not there without Open Channels. */
const OF_LINES = /^\/contact_center\/(?:lines_edit|permissions)\//;

/** Pages of CRM, of applications and of the Contact Center. */
export function crmPage(path: string, { state }: Portal): PageMaker | undefined {
  if (OF_LINES.test(path) && !state.staff.openLines) return undefined;
  const [, type, id] = /^\/crm\/(deal|lead|contact|company)\/(?:details\/(\d+)\/)?$/.exec(path) ?? [];
  if (type && id) {
    const entities = CRM_TEXTS[state.scenario.user.language].entities[type as CardType];
    const entity = entities.find((each) => each[0] === Number(id));
    return entity && ((context) => cardPage(context, type as CardType, entity));
  }
  if (type) return (context) => listPage(context, type as CardType);
  const app = /^\/marketplace\/app\/([^/]+)\/$/.exec(path)?.[1];
  if (app) return (context) => appPage(context, app);
  return Object.hasOwn(PAGES, path) ? PAGES[path] : undefined;
}
