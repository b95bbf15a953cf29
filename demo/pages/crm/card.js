/** The card: a tab's pane is filled when the tab is pressed for the first time. */
(() => {
  const HIDDEN = 'crm-entity-section-tab-content-hide';

  function create(guid, { isOld, tabs }) {
    const panes = [...document.querySelectorAll(`#${guid}_tabs > div`)];
    for (const each of panes) show(each, !each.classList.contains(HIDDEN));
    for (const tab of tabs) {
      BX.addCustomEvent(window, `${guid}_click_${tab.id}`, () => {
        for (const each of panes) show(each, each.dataset.tabId === tab.id);
        const pane = panes.find((each) => each.dataset.tabId === tab.id);
        if (tab.loader && pane && !pane.dataset.loaded) void load(pane, tab.loader);
      });
    }
    BX.Main.DetailStrip.start(guid, isOld);
  }

  function show(pane, isShown) {
    pane.classList.toggle(HIDDEN, !isShown);
    pane.style.display = isShown ? '' : 'none';
  }

  async function load(pane, { serviceUrl, componentData }) {
    pane.dataset.loaded = 'Y';
    const body = new URLSearchParams({ LOADER_ID: pane.dataset.tabId, 'PARAMS[template]': componentData.template });
    append(body, 'PARAMS[params]', componentData.params);
    await BX.rest.AppLayout.load(pane, serviceUrl, body);
  }

  function append(body, path, params) {
    for (const [name, value] of Object.entries(params)) {
      if (typeof value === 'object') append(body, `${path}[${name}]`, value);
      else body.append(`${path}[${name}]`, value);
    }
  }

  BX.namespace('BX.Crm').EntityDetailManager = { create };
})();
