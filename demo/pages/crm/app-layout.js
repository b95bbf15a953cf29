/** Shows applications: their form is posted into a frame that has no address of its own. */
(() => {
  const FOLDER = '/bitrix/components/bitrix/app.layout/';
  /** How long an installer of an application takes. */
  const INSTALLER_TAKES = 700;

  /** Posts the form of every layout inside an element; in a tab it is first put away at the end of the page. */
  function start(place, { movesForm = false } = {}) {
    for (const form of place.querySelectorAll('form[name^="appform_"]')) {
      const sid = form.name.slice('appform_'.length);
      const frame = document.getElementById(`appframe_${sid}`);
      frame?.addEventListener('load', () => showFrame(frame, sid));
      if (movesForm) putAway(form);
      form.submit();
    }
  }

  function showFrame(frame, sid) {
    frame.classList.remove('app-loading');
    document.getElementById(`appframe_loading_${sid}`)?.remove();
  }

  function putAway(form) {
    const box = document.createElement('div');
    box.hidden = true;
    box.append(form);
    document.body.append(box);
  }

  /** An application on its own page; an installer comes to its end a moment later, and tells the portal. */
  function initialize({ appId, isInstaller, finishes }) {
    start(document);
    if (isInstaller && finishes) finishLater(appId, () => location.reload());
  }

  function finishLater(appId, then) {
    setTimeout(async () => {
      const body = new URLSearchParams({ action: 'set_installed', ID: appId, sessid: BX.bitrix_sessid() });
      const response = await fetch(`${FOLDER}ajax.php`, { method: 'POST', body });
      const { result } = await response.json();
      if (result) then();
    }, INSTALLER_TAKES);
  }

  /** Fills an element with what the portal has for it. */
  async function load(place, address, body) {
    const response = await fetch(address, { method: 'POST', body });
    // Parsed like this, scripts do not run, but their text stays in the page.
    const answer = new DOMParser().parseFromString(await response.text(), 'text/html');
    place.replaceChildren(...answer.body.childNodes);
    start(place, { movesForm: true });
  }

  /** Opens an application in a slider of the same document: the only frame in it is the application's. */
  function openApplication(id) {
    const { content } = BX.SidePanel.Instance.openContent(`rest:app:${id}`, { className: 'rest-app-slider' });
    const fill = async () => {
      const body = new URLSearchParams({ 'PARAMS[params][ID]': id, 'PARAMS[params][PLACEMENT]': 'DEFAULT' });
      await load(content, `${FOLDER}lazyload.ajax.php?&site=s1&sessid=${BX.bitrix_sessid()}`, body);
      const layout = content.querySelector('[data-installer="finishes"]');
      if (layout) finishLater(id, fill);
    };
    return fill();
  }

  Object.assign(BX.namespace('BX.rest'), { AppLayout: { initialize, load, openApplication } });
})();
