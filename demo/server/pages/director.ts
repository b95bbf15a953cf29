import type { Portal } from '../portal-site.ts';
import { dataBlock, escapeHtml } from './document.ts';

/** The page of the director: buttons for each operation beside the live state. */
export function directorPage(portal: Portal): string {
  const { host } = portal.identity;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Director of ${escapeHtml(host)}</title>
<link rel="stylesheet" href="/bitrix/js/demo/director.css">
<script type="module" src="/bitrix/js/demo/director/main.js"></script>
</head>
<body>
<header><h1>Director of ${escapeHtml(host)}</h1>
<p>Play what support and the portal do, and watch the other tabs. <a href="/stream/">Feed</a> <a href="/online/">Messenger</a></p></header>
<main id="director"></main>
${dataBlock('director-data', { host })}
</body>
</html>`;
}
