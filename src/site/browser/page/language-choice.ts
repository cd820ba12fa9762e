import { recalled, remember } from './store.ts';

/** The language of all requests of the page, remembered. The radio buttons work by themselves. */
export function languageChoice(): void {
  const radios = document.querySelectorAll<HTMLInputElement>('.languages input');
  const known = document.documentElement.dataset.sample ?? recalled('sample');
  for (const radio of radios) {
    if (radio.value === known) radio.checked = true;
    radio.addEventListener('change', () => remember('sample', radio.value));
  }
}
