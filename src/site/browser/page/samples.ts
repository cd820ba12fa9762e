import { remember } from './store.ts';

/** The samples of a request as tabs (ARIA Authoring Practices). One choice holds for all requests and is remembered. */
export function sampleTabs(): void {
  const root = document.documentElement;
  const groups = [...document.querySelectorAll('.tabs')];

  const tabs = groups.flatMap((group, index) => {
    const list = document.createElement('div');
    list.setAttribute('role', 'tablist');
    list.setAttribute('aria-label', 'Language of the sample');
    const made = [...group.querySelectorAll<HTMLElement>('[data-sample]')].map((panel) => {
      const key = panel.dataset.sample ?? '';
      panel.id = `sample-${index}-${key}`;
      panel.setAttribute('role', 'tabpanel');
      const tab = document.createElement('button');
      tab.type = 'button';
      tab.textContent = panel.querySelector('h3')?.textContent ?? key;
      tab.dataset.key = key;
      tab.id = `${panel.id}-tab`;
      tab.setAttribute('role', 'tab');
      tab.setAttribute('aria-controls', panel.id);
      panel.setAttribute('aria-labelledby', tab.id);
      list.append(tab);
      return tab;
    });
    list.addEventListener('click', ({ target }) => {
      if (target instanceof HTMLElement && target.dataset.key) choose(target);
    });
    list.addEventListener('keydown', (event) => {
      const at = made.indexOf(event.target as HTMLButtonElement);
      const next = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: -1 }[event.key];
      const tab = next === undefined ? undefined : made.at(next % made.length);
      if (!tab) return;
      event.preventDefault();
      choose(tab);
      tab.focus();
    });
    group.prepend(list);
    return made;
  });

  function choose(tab: HTMLElement): void {
    // The page above may grow or shrink; the tab stays where the reader has it.
    const before = tab.getBoundingClientRect().top;
    show(tab.dataset.key ?? '');
    scrollBy({ top: tab.getBoundingClientRect().top - before, behavior: 'instant' });
    remember('sample', tab.dataset.key ?? '');
  }

  function show(key: string): void {
    root.dataset.sample = key;
    for (const tab of tabs) {
      const isChosen = tab.dataset.key === key;
      tab.setAttribute('aria-selected', String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
    }
  }

  show(root.dataset.sample ?? 'curl');
}
