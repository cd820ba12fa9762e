import { remember } from './store.ts';

/** The pickers of the theme, of which one is visible. */
export function themePicker(): void {
  const root = document.documentElement;
  const selects = [...document.querySelectorAll<HTMLSelectElement>('[data-theme-choice]')];
  for (const select of selects) {
    select.value = root.dataset.scheme ?? '';
    select.addEventListener('change', () => {
      const { value } = select;
      remember('theme', value);
      if (value === '') delete root.dataset.scheme;
      else root.dataset.scheme = value;
      for (const other of selects) other.value = value;
    });
  }
}
