/** Of a catalog with more types than these, the inspector loads the validator of one type when it needs it. */
export const mostBundled = 100;
