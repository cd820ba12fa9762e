/**
 * What checks, search and diagnosis say, in English: a translation has the same in its language. `{name}` stands for a value
 * as it is, `{+name}` for one of these sentences, `{*name}` for a list of them.
 */
export const sayings = [] as const;
