import * as de from './de.ts';
import * as en from './en.ts';

/** Every text of the frame in one language. One that is missing in a language is an error of the compiler. */
export type Translation = typeof en;

const translations: Readonly<Record<string, Translation>> = { de, en };

/** Language in which a catalog finds the texts of the frame: its own, or else English. */
export function frameLanguage({ language = 'en' }: { readonly language?: string | undefined }): string {
  return [language, language.replace(/-.*/, '')].find((each) => Object.hasOwn(translations, each)) ?? 'en';
}

/** Returns the texts of the frame in the language of a catalog. */
export function translationOf(facts: { readonly language?: string | undefined }): Translation {
  return { ...(translations[frameLanguage(facts)] ?? en) };
}
