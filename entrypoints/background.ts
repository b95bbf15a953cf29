/** The background: every listener is registered at once, then the application comes up and answers. */
import type { Runtime } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { Application } from '../core/application.ts';
import { browserEffects, CHECK_ALARM } from '../core/browser-effects.ts';
import { Desks } from '../core/desks.ts';
import { House } from '../core/house.ts';
import { Books } from '../core/market/books.ts';
import { joinOpenTabs } from '../core/open-tabs.ts';
import { route } from '../core/router.ts';
import { ChatAppRepository } from '../database/chatapp.ts';
import { HouseRepository } from '../database/house.ts';
import { PortalRepository } from '../database/portals.ts';
import { LatchdeskDatabase } from '../database/schema.ts';
import { browser } from '../platform/browser.ts';
import { onManagedChange } from '../platform/managed-storage.ts';
import { onPermissionsChanged } from '../platform/permissions.ts';

/** Opened once. */
const FIRST_STEPS = '/dashboard.html#start';

/** Without a database nobody knows which portals there are; the next start looks again. */
const tellLater = (error: unknown): void =>
  console.error('Latchdesk: portals of the user’s own could not be looked after', error);

export default defineBackground(() => {
  const database = new LatchdeskDatabase();
  const books = new Books(new ChatAppRepository(database));
  const house = new House(new HouseRepository(database));
  const desks = new Desks(new PortalRepository(database), house);
  const application = new Application({ desks, books, house, database }, browserEffects);

  /** An extension that is loaded from a folder is installed again with each start of the browser, with all it has kept. */
  const showFirstSteps = async () => {
    // Where nothing can be read nobody is known to have seen them.
    const isDone = await application.ready().then(
      () => house.isFirstRunDone,
      () => false,
    );
    if (!isDone) await browserEffects.openTab(FIRST_STEPS);
  };

  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
    route(message, sender, application),
  );
  browser.alarms.onAlarm.addListener((alarm) => (alarm.name === CHECK_ALARM ? application.check() : undefined));
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void joinOpenTabs();
    void application.joinAddedPortals().catch(tellLater);
    if (reason === 'install') void showFirstSteps();
  });
  // The API comes with the permission, which may be given while the background runs; adding a listener twice is adding it once.
  const onPressed = (id: string) => void application.tabs.openNotification(id);
  const hearNotifications = () => browser.notifications?.onClicked.addListener(onPressed);
  hearNotifications();
  onPermissionsChanged(() => {
    hearNotifications();
    void application.permissionsChanged().catch(tellLater);
  });
  // Wakes the background when the browser starts: the badge is there before any page is.
  browser.runtime.onStartup.addListener(() => application.browserStarted());

  onManagedChange(() => void application.policyChanged());

  void application.start();
});
