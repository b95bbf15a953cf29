import { makeCard, makeCatalogueCard } from './card.js';
import { make, words } from './dom.js';

const SKELETON = 'market-skeleton-img';

/** The list of installed applications: comes late, in pages, and is drawn anew whenever the Market likes. */
export class InstalledList {
  constructor(container) {
    this.container = container;
    this.items = [];
    this.page = 0;
    this.pages = 1;
    this.isLoading = false;
    /** Answers to a question from before the last refresh come too late. */
    this.round = 0;
    this.end = make('div', { className: 'market-catalog__end' });
    this.watch = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) void this.loadMore();
    });
  }

  async refresh() {
    this.items = [];
    this.page = 0;
    this.round += 1;
    this.isLoading = false;
    this.container.replaceChildren(make('img', { className: SKELETON, alt: '' }));
    await this.loadMore();
  }

  async loadMore() {
    if (this.isLoading || this.page >= this.pages) return;
    this.isLoading = true;
    const { round } = this;
    const data = { page: this.page + 1, updates: new URLSearchParams(location.search).get('updates') ?? 'N' };
    const answer = await askForPage(data);
    if (round !== this.round) return;
    this.isLoading = false;
    if (answer) this.take(answer);
    this.watchEnd();
  }

  take({ isAllowed, items, count, page, pages }) {
    if (!isAllowed) {
      this.stop();
      this.container.replaceChildren(make('div', { className: 'market-denied', textContent: words.installedDenied }));
      return;
    }
    Object.assign(this, { page, pages, count });
    this.items.push(...items);
    if (page === 1) this.draw();
    else this.grid.append(...items.map(makeCard));
    this.counter.textContent = String(count);
  }

  /** Every card is another one afterwards; windows that were opened from one stay. */
  draw() {
    this.counter = make('span', { className: 'market-catalog__title_counter', textContent: String(this.count) });
    this.grid = make('div', { className: 'market-catalog__elements' }, this.items.map(makeCard));
    this.container.replaceChildren(makeTitle(words.installed, [this.counter]), this.grid, this.end);
  }

  rerender() {
    if (this.page > 0) this.draw();
    this.watchEnd();
  }

  stop() {
    this.watch.disconnect();
    this.page = this.pages;
  }

  /** Watching anew tells once more when the end is in view already. */
  watchEnd() {
    this.watch.disconnect();
    if (this.page > 0 && this.page < this.pages) this.watch.observe(this.end);
  }
}

async function askForPage(data) {
  try {
    const answer = await BX.ajax.runComponentAction('bitrix:market.list', 'filterApps', { data });
    return answer.data;
  } catch (answer) {
    console.warn('The list did not come', answer);
    return null;
  }
}

/** The first page of the Market: the same grid, with what could be installed. */
export function drawCatalogue(container) {
  const grid = make('div', { className: 'market-catalog__elements' }, words.catalogue.map(makeCatalogueCard));
  container.replaceChildren(makeTitle(words.market, []), grid);
}

const makeTitle = (text, more) =>
  make('div', { className: 'market-catalog__title' }, [
    make('span', { className: 'market-catalog__title_name', textContent: text }),
    ...more,
  ]);
