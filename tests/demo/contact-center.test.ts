import { describe, expect, test } from 'vitest';
import { readTiles } from '../../bitrix24/market-tiles.ts';
import { click, eachWithPages, FORM } from './live-page.ts';
import { eachWithVisitor } from './visitor.ts';

const visit = eachWithVisitor();
const { pageAt, livePageAt } = eachWithPages(visit);

describe('the Contact Center', () => {
  test('has tiles for connectors of installed applications', async () => {
    const ids = async () =>
      readTiles((await pageAt('/contact_center/')).page)?.flatMap(({ connectorId, title }) =>
        title.startsWith('ChatApp') ? [connectorId] : [],
      );
    expect(await ids()).toEqual(['qv_whatsapp_9', 'qv_telegram_9']);
    visit.director.uninstallApp();
    expect(await ids()).toEqual([]);
    expect((await visit.visitor.open('/contact_center/?IFRAME=Y')).text).not.toContain('app__left-menu');
  });

  test('tells the line of a connector on its page', async () => {
    const { text } = await visit.visitor.open('/contact_center/connector/?ID=qv_whatsapp_9&LINE=1');
    expect(text).toContain('Продажи в мессенджерах');
  });
});

describe('the settings of a line', () => {
  const path = '/contact_center/lines_edit/?ID=2&PAGE=queue-crm';
  const queueIn = (page: Document) => {
    const fields = page.querySelectorAll<HTMLInputElement>('#input-config-queue input[type="hidden"]');
    return [...fields].map(({ name, value }) => `${name}=${value}`);
  };

  test('hold the queue in hidden fields, and tags that follow them', async () => {
    const { page } = await livePageAt(path);
    const form = page.querySelector('#imol_config_edit_form');
    expect(form?.querySelector<HTMLInputElement>('#imol_config_id')?.value).toBe('2');
    expect(form?.querySelector<HTMLSelectElement>('#imol_queue_type')?.value).toBe('strictly');
    expect(queueIn(page)).toEqual([
      ...['CONFIG[QUEUE][0][type]=user', 'CONFIG[QUEUE][0][id]=1014'],
      ...['CONFIG[QUEUE][1][type]=department', 'CONFIG[QUEUE][1][id]=12'],
    ]);
    expect([...page.querySelectorAll('.ui-tag-selector-tag-title')].map(({ textContent }) => textContent)).toEqual([
      'Марк Шевцов',
      'Служба заботы',
    ]);
    click(page.querySelector('.ui-tag-selector-tag-remove'));
    expect(queueIn(page)).toEqual(['CONFIG[QUEUE][0][type]=department', 'CONFIG[QUEUE][0][id]=12']);
  });

  test('are saved as a whole by the form, and by nobody but an administrator', async () => {
    const save = async () => {
      const body = new URLSearchParams({
        ...{ sessid: visit.visitor.token, CONFIG_ID: '2', 'CONFIG[QUEUE_TYPE]': 'all' },
        ...{ 'CONFIG[QUEUE][0][type]': 'user', 'CONFIG[QUEUE][0][id]': '1' },
      });
      const request = { method: 'POST', headers: FORM, body: String(body) };
      return (await visit.visitor.ask('/contact_center/lines_edit/', request)).headers.location;
    };
    const line = () => visit.director.staffState().lines[1];
    visit.director.setRole('employee');
    await save();
    expect(line()?.order).toBe('strictly');
    expect((await livePageAt(path)).page.querySelector('.ui-tag-selector-container-readonly')).not.toBeNull();
    visit.director.setRole('administrator');
    expect(await save()).toBe('/contact_center/lines_edit/?ID=2&PAGE=queue-crm&saved=Y');
    expect(line()).toMatchObject({ order: 'all', queue: [{ kind: 'user', id: 1 }] });
  });

  test('of the older kind list persons alone', async () => {
    const { page } = await pageAt(`${path}&queue=old`);
    const values = [...page.querySelectorAll<HTMLInputElement>('.imopenlines-user-list-input input')];
    expect(values.map(({ name, value }) => [name, value])).toEqual([['QUEUE[U][]', 'U1014']]);
    expect(page.querySelector('#input-config-queue')).toBeNull();
  });
});

describe('the permissions of Open Channels', () => {
  const path = '/contact_center/permissions/';
  const rolesIn = (page: Document) =>
    [...page.querySelectorAll<HTMLElement>('.bx-vi-js-role-access-table tr')].map((row) => [
      row.dataset.accessCode,
      row.querySelector('option[selected]')?.textContent,
    ]);

  test('tell codes and their roles', async () => {
    const { page } = await pageAt(path);
    expect(rolesIn(page)).toEqual([
      ['G1', 'Администратор'],
      ['U1002', 'Руководитель'],
      ['DR1', 'Менеджер'],
    ]);
    visit.director.setRoles([{ code: 'AU', role: 'Наблюдатель' }]);
    expect(rolesIn((await pageAt(path)).page)).toEqual([['AU', 'Наблюдатель']]);
  });

  test('are replaced by whatever is saved', async () => {
    const { page } = await livePageAt(path);
    click(page.querySelector('.bx-vi-js-delete-access'));
    click(page.querySelector('.bx-vi-js-add-access'));
    const selects = [...page.querySelectorAll<HTMLSelectElement>('.bx-vi-js-select-role')];
    // This DOM reads the value of a select whose last option is the chosen one wrongly.
    const chosen = (select: Element) => select.querySelector<HTMLOptionElement>('option[selected]')?.value;
    const pairs = selects.map((select) => [select.name, chosen(select) ?? select.value]);
    const body = new URLSearchParams([['sessid', visit.visitor.token], ...(pairs as [string, string][])]);
    await visit.visitor.ask(path, { method: 'POST', headers: FORM, body: String(body) });
    expect(visit.director.staffState().roles).toEqual([
      { code: 'U1002', role: 'chief' },
      { code: 'DR1', role: 'manager' },
      { code: 'U1', role: 'manager' },
    ]);
  });

  test('are for administrators', async () => {
    visit.director.setRole('employee');
    const { page } = await pageAt(path);
    expect(page.querySelector('#imol_permissions_edit_form')).toBeNull();
    expect(page.querySelector('.errortext')?.textContent).toBe('Доступ запрещён.');
  });
});
