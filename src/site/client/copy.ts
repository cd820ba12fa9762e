/** Copy buttons: `data-copy` holds the text, `data-copy-from` its address, or the code beside the button is it. */
export function copyButtons(): void {
  const live = document.createElement('p');
  live.className = 'sr-only';
  live.setAttribute('role', 'status');
  document.body.append(live);

  document.addEventListener('click', async ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button.copy') : null;
    const label = button?.firstChild;
    if (!button || !label) return;
    const { copy, copyFrom } = button.dataset;
    try {
      // A promise inside the item keeps the right to write, which the click gave, while the text arrives.
      if (copyFrom) await navigator.clipboard.write([new ClipboardItem({ 'text/plain': textOf(copyFrom) })]);
      else await navigator.clipboard.writeText(copy ?? button.parentElement?.querySelector('pre')?.textContent ?? '');
      label.textContent = 'Copied';
      live.textContent = 'Copied';
    } catch {
      label.textContent = 'Failed';
      live.textContent = 'The browser did not allow it to be copied';
    }
    setTimeout(() => {
      label.textContent = 'Copy';
      live.textContent = '';
    }, 2000);
  });
}

async function textOf(address: string): Promise<Blob> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return new Blob([await response.text()], { type: 'text/plain' });
}
