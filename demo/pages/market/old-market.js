import { askOld } from './ask.js';
import { start } from './dom.js';
import './info-helper.js';
import { openInstall } from './install.js';
import { uninstallConfirm } from './old-confirm.js';
import { openOldInstall } from './old-install.js';
import { editRights, openRights } from './rights.js';

/** What the attributes of the old pages call. */
Object.assign(BX.namespace('BX.rest.Marketplace'), { uninstallConfirm, setRights });

Object.assign(BX.namespace('BX.Market.Application'), {
  install({ CODE: code, VERSION: version, url }) {
    if (start.mixesInstall) openInstall({ code, version });
    else openOldInstall({ code, version, url });
  },
  setRights: ({ code }) => void editRights(code),
});

async function setRights(appId) {
  const rights = await askOld('get_app_rigths', { app_id: appId });
  if (rights.error) return;
  await openRights(rights, (chosen) => {
    askOld('set_app_rights', { app_id: appId, rights: chosen }).catch(console.warn);
  });
}
