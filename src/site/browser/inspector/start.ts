/** All that the inspector does before it is used; its code comes with the first use. */
export function startInspector(): void {
  const form = document.querySelector<HTMLFormElement>('#inspect');
  const field = form?.querySelector('textarea');
  if (!form || !field) return;
  const use = async (action: (app: typeof import('./app.ts')) => Promise<string>) => {
    form.setAttribute('aria-busy', 'true');
    try {
      return await action(await import('./app.ts'));
    } catch (error) {
      const fault = form.querySelector<HTMLElement>('#inspect-fault');
      if (fault) fault.textContent = form.dataset.failed ?? '';
      reportError(error);
      return '';
    } finally {
      form.removeAttribute('aria-busy');
    }
  };
  const read = (file: File | undefined) => file && use((app) => app.readFile(form, file));

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const answer = use((app) => app.run(form, field.value));
    const { agentInvoked, respondWith } = event as SubmitEvent & {
      agentInvoked?: boolean;
      respondWith?: (answer: Promise<string>) => void;
    };
    if (agentInvoked) respondWith?.call(event, answer);
  });
  field.addEventListener('paste', (event) => {
    // A field with megabytes of text would make the page stand still.
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.length > 200_000) {
      event.preventDefault();
      use((app) => app.openLarge(form, new Blob([text]), 'the pasted text'));
      return;
    }
    const isWhole = field.selectionEnd - field.selectionStart === field.value.length;
    if (isWhole) setTimeout(() => form.requestSubmit());
  });
  form.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-example], [data-clear]') : null;
    if (button)
      use((app) =>
        button.dataset.example === undefined ? app.clear(form) : app.example(form, Number(button.dataset.example)),
      );
  });
  form.querySelector<HTMLInputElement>('[type=file]')?.addEventListener('change', ({ currentTarget }) => {
    read((currentTarget as HTMLInputElement).files?.[0]);
  });
  for (const type of ['dragover', 'dragleave', 'drop']) {
    form.addEventListener(type, (event) => {
      event.preventDefault();
      form.classList.toggle('dropping', type === 'dragover');
      if (type === 'drop') read((event as DragEvent).dataTransfer?.files[0]);
    });
  }
  const open = () => location.hash.startsWith('#r=') && use((app) => app.openFragment(form, location.hash));
  addEventListener('hashchange', open);
  const name = new URLSearchParams(location.search).get('example');
  if (!open() && name) use((app) => app.exampleOf(form, name));
}
