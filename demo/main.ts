/** Runs the demo portals by themselves: `node demo/main.ts [--port 8443]`. */
import { parseArgs } from 'node:util';
import { startPortal } from './portal.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
const portal = await startPortal({ port: Number(values.port) });
const mapping = ['ru', 'com'].map((zone) => `MAP *.bitrix24.${zone} 127.0.0.1:${portal.port}`).join(', ');

console.log(`Demo portals on port ${portal.port}:
  ${portal.origins.demo}/   director: ${portal.origins.demo}/__director/
  ${portal.origins.second}/   director: ${portal.origins.second}/__director/
Chromium needs: --host-resolver-rules="${mapping}" --ignore-certificate-errors
Stop with Ctrl+C.`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void portal.close();
  });
}
