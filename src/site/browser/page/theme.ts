import { remember } from './store.ts';

/** The picker of the theme. */
export function themePicker(): void {
  const select = document.querySelector<HTMLSelectElement>('[data-theme-choice]');
  const root = document.documentElement;
  if (!select) return;
  select.value = root.dataset.scheme ?? '';
  select.addEventListener('change', () => {
    remember('theme', select.value);
    if (select.value === '') delete root.dataset.scheme;
    else root.dataset.scheme = select.value;
  });
}
