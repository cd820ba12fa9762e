/** What `check --format` takes. */
export const checkFormats = ['human', 'json', 'github'] as const;
