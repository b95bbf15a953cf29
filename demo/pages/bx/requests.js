/** Requests of portal pages: ajax actions and REST, with the session's token kept in step. */
(() => {
  const networkError = () => ({
    status: 'error',
    data: null,
    errors: [{ message: 'Network error', code: 'NETWORK_ERROR', customData: null }],
  });

  function toForm(data, form = new FormData(), path = '') {
    for (const [name, value] of Object.entries(data ?? {})) {
      const key = path ? `${path}[${name}]` : name;
      if (typeof value === 'object' && value !== null && !(value instanceof Blob)) toForm(value, form, key);
      else form.append(key, value ?? '');
    }
    return form;
  }

  async function post(url, body, headers = {}) {
    const response = await fetch(url, { method: 'POST', credentials: 'same-origin', headers, body });
    return response.json();
  }

  async function runAction(action, config = {}, isRetry = false) {
    const query = new URLSearchParams({ ...config.query, action });
    const url = `/bitrix/services/main/ajax.php?${query}`;
    let answer;
    try {
      answer = await post(url, toForm(config.data), {
        'Bx-ajax': 'true',
        'X-Bitrix-Csrf-Token': BX.bitrix_sessid(),
        'X-Bitrix-Site-Id': BX.message('SITE_ID'),
      });
    } catch (error) {
      console.warn('ajax', action, error);
      throw networkError();
    }
    if (answer.status === 'success') return answer;
    const csrf = answer.errors?.find(({ code }) => code === 'invalid_csrf')?.customData?.csrf;
    if (csrf && !isRetry) {
      BX.message({ bitrix_sessid: csrf });
      return runAction(action, config, true);
    }
    throw answer;
  }

  BX.ajax = {
    runAction: (action, config) => runAction(action, config),
    /** Asks a component of the page, by its class. */
    runComponentAction: (component, action, { data } = {}) =>
      runAction(action, { data, query: { c: component, mode: 'class' } }),
  };

  class Result {
    constructor(answer, status) {
      this.answer = answer;
      this.status = status;
    }

    data() {
      return this.answer.result;
    }

    error() {
      return this.answer.error ? { ...this.answer, status: this.status } : undefined;
    }

    error_description() {
      return this.answer.error_description;
    }

    more() {
      return false;
    }

    total() {
      return 0;
    }
  }

  function toQuery(params) {
    const query = new URLSearchParams();
    toForm(params).forEach((value, name) => {
      query.append(name, value);
    });
    return query.toString();
  }

  async function request(method, params, isRetry = false) {
    const url = `/rest/${method}.json`;
    let answer;
    let status = 0;
    try {
      const body = toQuery({ ...params, sessid: BX.bitrix_sessid() });
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      const response = await fetch(url, { method: 'POST', credentials: 'same-origin', headers, body });
      status = response.status;
      answer = await response.json();
    } catch (error) {
      console.warn('rest', method, error);
      return new Result({ error: 'NETWORK_ERROR', error_description: 'Network error' }, status);
    }
    if (answer.error === 'session_failed' && answer.sessid && !isRetry) {
      BX.message({ bitrix_sessid: answer.sessid });
      return request(method, params, true);
    }
    return new Result(answer, status);
  }

  async function callMethod(method, params = {}, callback = null) {
    const result = await request(method, params);
    callback?.(result);
    if (result.error()) throw result;
    return result;
  }

  async function callBatch(calls, callback, halt = false) {
    const cmd = {};
    for (const [key, [method, params]] of Object.entries(calls)) {
      const query = toQuery(params ?? {});
      cmd[key] = query ? `${method}?${query}` : method;
    }
    const result = await request('batch', { cmd, halt: halt ? 1 : 0 });
    const batch = result.data();
    const results = {};
    for (const key of Object.keys(calls)) {
      const error = result.error() ? result.answer : batch?.result_error?.[key];
      results[key] = new Result(error ?? { result: batch?.result?.[key] }, result.status);
    }
    callback?.(results);
    return results;
  }

  BX.rest = { callMethod, callBatch };
})();
