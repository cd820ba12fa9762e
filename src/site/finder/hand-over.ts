const key = 'finder-text';

/** Keeps a long text for the finder's page: it would not fit into an address, and should not stand in one. */
export function leaveText(text: string): boolean {
  try {
    sessionStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** The text that another page left, once. */
export function takeText(): string | undefined {
  try {
    const text = sessionStorage.getItem(key) ?? undefined;
    sessionStorage.removeItem(key);
    return text;
  } catch {
    return undefined;
  }
}
