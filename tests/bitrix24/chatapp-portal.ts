/** A portal that answers what the reader for ChatApp asks, and remembers every address, method and action of it. */

export interface Command {
  key: string;
  method: string;
  params: URLSearchParams;
}

export interface Ask {
  verb: string;
  path: string;
  body: URLSearchParams;
  commands: Command[];
}

/** What one command of a batch comes to. */
interface Told {
  result?: unknown;
  total?: number;
  error?: string;
}

const PAGE = 50;

export const employee = (id: number, changes: object = {}) => ({
  ...{ ID: String(id), NAME: `Имя${id}`, LAST_NAME: 'Петрова', ACTIVE: true, USER_TYPE: 'employee' },
  ...{ EMAIL: `user${id}@example.com`, UF_DEPARTMENT: [1 + (id % 300)] },
  ...changes,
});
export const department = (id: number, changes: object = {}) => ({
  ...{ ID: String(id), NAME: `Отдел ${id}`, SORT: 500, UF_HEAD: id % 2 ? String(id) : '0' },
  ...(id > 1 ? { PARENT: String(Math.floor(id / 2)) } : {}),
  ...changes,
});
export const line = (id: number, changes: object = {}) => ({
  ...{ ID: String(id), LINE_NAME: `Линия ${id}`, ACTIVE: 'Y', QUEUE_TYPE: 'evenly' },
  ...{ CONFIG_QUEUE: [{ ENTITY_TYPE: 'department', ENTITY_ID: '2' }], QUEUE: ['5', 7] },
  ...changes,
});
export const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

/** The portal's page of roles: what each access code is given. */
export const rolesPage = (rows: string): string => `<html><body><form id="imol_permissions_edit_form">
  <table class="table-blue bx-vi-js-role-access-table"><tbody>${rows}
  <tr class="bx-vi-js-access-table-last-row"><td></td></tr></tbody></table>
  <table><tbody><tr data-role-id="1"><td>Администратор</td></tr></tbody></table></form></body></html>`;
export const roleRow = (code: string, role: number, marked = role): string => `
  <tr data-access-code="${code}" data-role-id="${role}"><td>Кто</td><td>Имя</td><td>
    <select class="bx-vi-js-select-role table-blue-select" name="PERMS[${code}]">
      ${['Администратор', 'Руководитель', 'Менеджер']
        .map((name, index) => `<option value="${index + 1}" ${index + 1 === marked ? 'selected' : ''}>${name}</option>`)
        .join('')}
    </select></td></tr>`;

export class FakePortal {
  readonly asks: Ask[] = [];
  me = 1;
  isAdministrator: boolean | null = true;
  token = 'page-token';
  users: unknown[] = [employee(1), employee(2)];
  units: unknown[] = [department(1), department(2)];
  lines: unknown[] = [line(1)];
  administrators: unknown = [{ ID: '1', NAME: 'Анна', LAST_NAME: 'Смирнова', SECOND_NAME: '' }];
  /** Error codes of methods that are not for this user, or not there. */
  readonly errors = new Map<string, string>();
  /** Replies of actions, of the old address and pages, by what they are asked by; a number is a status. */
  readonly actions = new Map<string, unknown>();
  readonly pages = new Map<string, string | number>();
  /** Called before each command of a batch; may change the portal, or answer in its place. */
  before: (command: Command) => Told | undefined = () => undefined;
  /** Called before each request; may answer it. */
  intercept: (ask: Ask) => Response | undefined = () => undefined;

  readonly fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const body = new URLSearchParams(init.body === undefined ? '' : String(init.body));
    const ask: Ask = { verb: init.method ?? 'GET', path: String(input), body, commands: commandsIn(body) };
    this.asks.push(ask);
    return this.intercept(ask) ?? this.#answer(ask);
  };

  /** How often each method was asked. */
  count(method: string): number {
    return this.asks.flatMap(({ commands }) => commands).filter((command) => command.method === method).length;
  }

  #answer(ask: Ask): Response {
    if (ask.verb === 'GET') {
      const page = this.pages.get(ask.path) ?? 404;
      return typeof page === 'number' ? reply('<html></html>', page) : reply(page);
    }
    if (ask.path === '/rest/batch.json') return this.#batch(ask);
    if (ask.body.get('sessid') !== this.token && !ask.path.endsWith('rest.php')) {
      const error = { code: 'invalid_csrf', message: 'Invalid csrf token', customData: { csrf: this.token } };
      return reply({ status: 'error', data: null, errors: [error] });
    }
    const name = new URL(ask.path, 'https://portal.invalid').searchParams.get('action') ?? ask.body.get('action') ?? '';
    const told = this.actions.get(name) ?? 404;
    return typeof told === 'number' ? reply('<html>Not found</html>', told) : reply(told);
  }

  #batch({ body, commands }: Ask): Response {
    if (body.get('sessid') !== this.token) return reply({ error: 'session_failed', sessid: this.token }, 401);
    if (commands.length > PAGE) return reply({ error: 'ERROR_BATCH_LENGTH_EXCEEDED' }, 400);
    const told = commands.map((command) => [command.key, this.#tell(command)] as const);
    const pick = (field: keyof Told, shown = (value: unknown) => value) => {
      const some = told.filter(([, each]) => each[field] !== undefined);
      return some.length > 0 ? Object.fromEntries(some.map(([key, each]) => [key, shown(each[field])])) : [];
    };
    const result_error = pick('error', (error) => ({ error, error_description: 'No' }));
    return reply({ result: { result: pick('result'), result_total: pick('total'), result_error, result_next: [] } });
  }

  #tell(command: Command): Told {
    const error = this.errors.get(command.method);
    if (error) return { error };
    return this.before(command) ?? this.#ofMethod(command);
  }

  #ofMethod({ method, params }: Command): Told {
    const start = Number(params.get('start'));
    const page = (all: unknown[]): Told => ({ result: all.slice(start, start + PAGE), total: all.length });
    switch (method) {
      case 'profile':
        return { result: { ID: String(this.me), ADMIN: this.isAdministrator, NAME: 'Анна', LAST_NAME: 'Смирнова' } };
      case 'user.admin':
        return this.isAdministrator === null ? { error: 'ERROR_METHOD_NOT_FOUND' } : { result: this.isAdministrator };
      case 'user.get':
        return page(this.users);
      case 'department.get':
        return page(this.units);
      case 'user.admin.list':
        return { result: this.administrators };
      case 'imopenlines.config.list.get': {
        const [offset, limit] = [params.get('PARAMS[offset]'), params.get('PARAMS[limit]')].map(Number);
        return { result: this.lines.slice(offset, Number(offset) + Number(limit)) };
      }
      case 'imopenlines.config.path.get':
        return { result: { SERVER_ADDRESS: 'https://demo.bitrix24.ru', PUBLIC_PATH: '/services/contact_center/' } };
      default:
        return { error: 'ERROR_METHOD_NOT_FOUND' };
    }
  }
}

/** An answer of the portal; a text is a page. */
export function reply(value: unknown, status = 200): Response {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return { status, ok: status < 300, type: 'basic', text: async () => text } as Response;
}

/** What a request gets that is sent to the page where people sign in. */
export const redirected = (): Response =>
  ({ status: 0, ok: false, type: 'opaqueredirect', text: async () => '' }) as Response;

function commandsIn(body: URLSearchParams): Command[] {
  return [...body].flatMap(([name, text]) => {
    const key = /^cmd\[(.+)\]$/.exec(name)?.[1];
    const [method = '', query = ''] = text.split('?');
    return key === undefined ? [] : [{ key, method, params: new URLSearchParams(query) }];
  });
}
