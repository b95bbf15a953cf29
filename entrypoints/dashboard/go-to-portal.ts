/** Brings a tab of a portal to the front, or opens one. */
export async function goToPortal(place: { origin: string; prefix: string }): Promise<void> {
  try {
    // With what popup and palette do; it is not needed before somebody presses.
    const { goTo } = await import('../popup/portal-places.ts');
    await goTo(place);
  } catch (error) {
    console.error('Latchdesk: a tab of the portal could not be opened', error);
  }
}
