import * as de from './de.ts';
import * as en from './en.ts';

/** Every text of the frame in one language. One that is missing in a language is an error of the compiler. */
export type Translation = typeof en;

const translations: Readonly<Record<string, Translation>> = { de, en };

/** Languages in which the frame is complete. */
export const frameLanguages: readonly string[] = Object.keys(translations);

/** Name of the file with the texts of a catalog: those of its language, or else the English ones. */
export function frameLanguage({ language = 'en' }: { readonly language?: string | undefined }): string {
  const [primary = ''] = language.split('-');
  return [language, primary].find((each) => Object.hasOwn(translations, each)) ?? 'en';
}

/** Returns the texts of the frame in the language of a catalog. */
export function translationOf(facts: { readonly language?: string | undefined }): Translation {
  return translations[frameLanguage(facts)] ?? en;
}
