/** Data as the portal's server writes it into scripts: an object literal between single quotes. */
export function scriptLiteral(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(scriptLiteral).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value)
      .map(([key, inner]) => `'${key}':${scriptLiteral(inner)}`)
      .join(',')}}`;
  }
  if (typeof value !== 'string') return String(value);
  return `'${value.replace(/[\\'"<>&\u2028\u2029\r\n]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}'`;
}
