/** The core object of portal pages: messages, readiness, namespaces. */
(() => {
  const messages = Object.create(null);

  const BX = {
    /** Sets messages from an object, or reads one; an unknown code reads as an empty string. */
    message(code) {
      if (typeof code !== 'object' || code === null) return messages[code] ?? '';
      Object.assign(messages, code);
      return true;
    },
    bitrix_sessid: () => messages.bitrix_sessid ?? '',
    namespace(path) {
      let place = BX;
      for (const part of path.split('.').filter((name) => name !== 'BX')) {
        place[part] ??= {};
        place = place[part];
      }
      return place;
    },
    /** Runs when the document is there, later than this call in any case. */
    ready(callback) {
      if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => callback());
      else setTimeout(callback, 0);
    },
    isReady: false,
  };

  window.BX = BX;
  BX.ready(() => {
    BX.isReady = true;
  });
})();
