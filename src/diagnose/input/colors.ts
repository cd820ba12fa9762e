// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of terminals begin with one
const colors = /\u001b(?:\[[\d;?]*[A-Za-z]|\][^\u0007\u001b]*(?:\u0007|\u001b\\))/g;

/** Signs without a width, which pages and chats put into long words. */
const unseen = /[\u00ad\u200b\u2060\ufeff]/g;

/** A text without what terminals color it with. */
export function plain(text: string): string {
  return text.replace(colors, '');
}

/** A text that somebody has copied, without what nobody sees. */
export function seen(text: string): string {
  return plain(text).replace(unseen, '');
}
