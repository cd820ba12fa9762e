import { inspector as texts } from 'virtual:problem-catalog/translation';
import type { Failing, Failures } from '#diagnose/failures.ts';
import { masked } from '#diagnose/input/secrets.ts';
import { h } from './dom.ts';
import type { Progress } from './large-worker.ts';
import workerAddress from './large-worker.ts?worker&url';

/** Large texts: read by a worker while the page stays usable, and the failing responses as a list to choose from. */

/** Largest file, in bytes. */
export const largest = 100 * 1024 * 1024;

export function readLarge(file: Blob, name: string, place: HTMLElement): Promise<Failures> {
  const bar = h('progress', { max: '1', value: '0', 'aria-label': texts.progress });
  const words = h('span', { role: 'status' }, texts.reading(name));
  place.replaceChildren(h('p', { class: 'reading' }, words, bar));
  place.hidden = false;
  const worker = new Worker(trusted(workerAddress) as string, { type: 'module' });
  return new Promise<Failures>((done, fail) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Progress>) => {
      if ('found' in data) return done(data.found);
      bar.value = data.read;
      if (data.read < 1) return;
      bar.removeAttribute('value');
      words.textContent = texts.looking(name);
    });
    worker.addEventListener('error', (event) => fail(event.error ?? new Error(event.message)));
    worker.postMessage({ file, name });
  }).finally(() => worker.terminate());
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): unknown };
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
/** The one policy that the Content-Security-Policy of the pages allows. */
const policy = trustedTypes?.createPolicy('inspector', {
  createScriptURL(address) {
    if (new URL(address, location.href).origin !== location.origin) throw new TypeError('must be of this site');
    return address;
  },
});

function trusted(address: string): unknown {
  return policy ? policy.createScriptURL(address) : address;
}

/** The failing responses; a chosen one folds the list. */
export function failureList({ failing, responses, failed }: Failures, name: string, choose: (one: Failing) => void) {
  const rest = failed - failing.length;
  const list = h(
    'ol',
    {},
    failing.map((one) => {
      const button = h(
        'button',
        { type: 'button' },
        h('b', {}, one.status === undefined ? '' : String(one.status || texts.withoutResponse)),
        ' ',
        h('span', {}, masked(one.label).slice(0, 200)),
        one.title !== undefined && h('em', {}, masked(one.title)),
      );
      button.addEventListener('click', () => {
        for (const each of list.querySelectorAll('[aria-current]')) each.removeAttribute('aria-current');
        button.setAttribute('aria-current', 'true');
        element.open = failing.length === 1;
        choose(one);
      });
      return h('li', {}, button);
    }),
  );
  const element = h(
    'details',
    { class: 'failures', open: '' },
    h('summary', {}, texts.failing(failed, responses, name)),
    list,
    rest > 0 && h('p', { class: 'note' }, texts.unlisted(rest)),
  );
  return element;
}
