/** The menu of tabs in CRM cards, both kinds: a press tells the card, and "More" offers what is not on show. */
(() => {
  function pressed(guid, tabId) {
    BX.onCustomEvent(window, `${guid}_click_${tabId}`, [tabId]);
  }

  function startNew(guid) {
    const menu = document.querySelector('[data-role="crm-item-detail-container"] .main-buttons-inner-container');
    if (!menu) return;
    for (const item of menu.querySelectorAll('.main-buttons-item')) {
      item.addEventListener('click', () => pressed(guid, item.dataset.id));
    }
    const more = document.getElementById(`${menu.id}_more_button`);
    more?.addEventListener('click', (event) => {
      event.stopPropagation();
      toggleMore(guid, menu, more);
    });
  }

  function toggleMore(guid, menu, more) {
    const id = `menu-popup-main_buttons_popup_${menu.id}`;
    const shown = document.getElementById(id);
    if (shown) return shown.remove();
    const popup = document.createElement('div');
    popup.id = id;
    popup.className = 'popup-window menu-popup';
    for (const item of menu.querySelectorAll('.main-buttons-item')) {
      const isDisabled = item.dataset.disabled === 'true';
      if (!isDisabled && !item.classList.contains('--hidden')) continue;
      popup.append(moreItem(guid, item, isDisabled, popup));
    }
    const { left, bottom } = more.getBoundingClientRect();
    Object.assign(popup.style, { left: `${left}px`, top: `${bottom + 4}px` });
    document.body.append(popup);
    document.addEventListener('click', () => popup.remove(), { once: true });
  }

  function moreItem(guid, { dataset, title }, isDisabled, popup) {
    const entry = document.createElement('span');
    entry.className = `menu-popup-item${isDisabled ? ' main-buttons-disabled' : ''}`;
    const text = document.createElement('span');
    text.className = 'menu-popup-item-text';
    text.textContent = title;
    entry.append(text);
    entry.addEventListener('click', () => {
      popup.remove();
      pressed(guid, dataset.id);
    });
    return entry;
  }

  function startOld(guid) {
    const items = [...document.querySelectorAll(`#${guid}_tabs_menu > li`)];
    for (const item of items) {
      if ('putAway' in item.dataset) item.style.display = 'none';
      item.addEventListener('click', (event) => {
        event.preventDefault();
        for (const each of items) each.classList.toggle('crm-entity-section-tab-current', each === item);
        pressed(guid, item.dataset.tabId);
      });
    }
  }

  BX.namespace('BX.Main').DetailStrip = { start: (guid, isOld) => (isOld ? startOld : startNew)(guid) };
})();
