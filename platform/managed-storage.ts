/** What the IT department has deployed for this extension (`storage.managed`); needs the permission `storage`. */
import { browser } from './browser.ts';

/** Everything that was deployed, as it is; null where nothing was or the browser knows no policies. */
export async function managedValues(): Promise<unknown> {
  try {
    return await browser.storage.managed.get();
  } catch {
    // Firefox refuses the question when there is no policy for the extension.
    return null;
  }
}

/** Calls back when a policy comes, goes or changes while the browser runs. */
export function onManagedChange(heard: () => void): void {
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') heard();
  });
}
