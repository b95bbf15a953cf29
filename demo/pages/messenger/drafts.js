const KEY = 'demo-recent-draft';
const WRITTEN_AFTER = 1000;
const LOADED_AFTER = 40;

/** Unsent texts by chat: read a moment after the page has started, written a second after the last change. */
export function makeDrafts() {
  let texts = new Map();
  let timer = null;
  const loaded = new Promise((resolve) => setTimeout(resolve, LOADED_AFTER)).then(() => {
    // What was put in before is gone with this.
    texts = new Map(Object.entries(JSON.parse(localStorage.getItem(KEY) ?? '{}')));
  });
  return {
    setDraftText(dialogId, text) {
      if (text === '') texts.delete(dialogId);
      else texts.set(dialogId, text);
      clearTimeout(timer);
      timer = setTimeout(() => localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(texts))), WRITTEN_AFTER);
    },
    /** What the field is given a moment after it was drawn, over anything that stands there by then. */
    async getDraft(dialogId) {
      const kept = texts.get(dialogId);
      await loaded;
      return { text: kept ?? texts.get(dialogId) ?? '' };
    },
  };
}
