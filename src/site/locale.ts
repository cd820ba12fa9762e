/** The language of the pages, as HTML says it. */

/** Scripts that are written from right to left. */
const rightToLeft = ['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'];

/** Language and direction of every page. */
export function localeOf(lang = 'en'): { label: string; lang: string; dir: 'ltr' | 'rtl' } {
  const { script = '' } = new Intl.Locale(lang).maximize();
  return { label: lang, lang, dir: rightToLeft.includes(script) ? 'rtl' : 'ltr' };
}
