/** A page of an application's own server, which stands in the portal's frame: another origin, and nothing of the portal. */
export function appServerPage(path: string, language: string): string {
  const isRussian = language === 'ru';
  const isInstaller = path.startsWith('/app-server/install/');
  const title = isInstaller
    ? isRussian
      ? 'Установка завершается'
      : 'The installation is being finished'
    : isRussian
      ? 'Здесь работает приложение'
      : 'The application is at work here';
  return `<!DOCTYPE html><html lang="${isRussian ? 'ru' : 'en'}"><head><meta charset="utf-8"><title>${title}</title></head>
<body><main data-app-server="${isInstaller ? 'installer' : 'app'}"><h1>${title}</h1></main></body></html>`;
}
