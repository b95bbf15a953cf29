/** Runs the demo portals by themselves: `node demo/main.ts [--port 8443]`. */
import { parseArgs } from 'node:util';
import { startPortal } from './portal.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
const portal = await startPortal({ port: Number(values.port) });
// Servers of applications are at addresses that nobody has.
const zones = ['*.bitrix24.ru', '*.bitrix24.com', '*.example'];
const mapping = zones.map((zone) => `MAP ${zone} 127.0.0.1:${portal.port}`).join(', ');

console.log(`Demo portals on port ${portal.port}:
  ${portal.origins.demo}/   director: ${portal.origins.demo}/__director/
  ${portal.origins.second}/   director: ${portal.origins.second}/__director/
  ${portal.origins.own}/intranet/   director: ${portal.origins.own}/__director/
Chromium needs: --host-resolver-rules="${mapping}" --ignore-certificate-errors
Stop with Ctrl+C.`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void portal.close();
  });
}
