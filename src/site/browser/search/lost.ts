/** The page that stands for every wrong address: what was asked for goes into its box, and what comes close is shown. */
export async function lost(): Promise<void> {
  const place = document.getElementById('lost');
  const box = document.querySelector<HTMLInputElement>('#ask');
  const asked = decoded(location.pathname)
    .split('/')
    .filter(Boolean)
    .at(-1)
    ?.replace(/\.(?:html|md|json)$/, '');
  if (!place || !box?.form || !asked || asked === '404') return;
  box.value = asked.replace(/[-_]/g, ' ').slice(0, 100);
  const { closest } = await import('./closest.ts');
  await closest(place, asked.slice(0, 100), box.form.dataset.index ?? '').catch(() => {});
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
