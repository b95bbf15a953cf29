/** The shape in which the newer REST answers. */

export interface Answer {
  status: number;
  body: unknown;
}

const ERRORS = 'BITRIX_REST_V3_EXCEPTION_';

export function failure(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code: `${ERRORS}${code}`, message } } };
}
