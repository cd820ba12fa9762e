/** The parts of the page that change. */
export function parts(root: HTMLElement) {
  const part = <Part extends HTMLElement>(selector: string) => root.querySelector(selector) as Part;
  const table = part<HTMLTableElement>('table.types');
  const own = [...table.tBodies];
  const isWhole = own.length > 0;
  const page = part('.page');
  const link = part<HTMLAnchorElement>('[data-about]');
  const inspect = part<HTMLAnchorElement>('[data-inspect]');
  const nothing = part('.none');
  const groups = root.querySelector<HTMLElement>('.groups');
  const more = part<HTMLButtonElement>('.more');

  return {
    table,
    more,
    inspect,
    template: part<HTMLTemplateElement>('template'),
    found: part('.found'),
    active: part('[data-active]'),
    clear: part<HTMLAnchorElement>('.clear'),

    heads(sort: string | undefined, isDown: boolean): void {
      for (const head of table.querySelectorAll<HTMLElement>('th[data-sort]'))
        head.ariaSort = head.dataset.sort !== sort ? 'none' : isDown ? 'descending' : 'ascending';
    },

    /** The groups of rows in place of the page's own lists; undefined brings those back. */
    rows(
      groups_: readonly { heading: string | undefined; rows: readonly number[] }[] | undefined,
      row: (at: number) => HTMLElement,
      limit: number,
    ): void {
      const total = groups_?.reduce((sum, { rows }) => sum + rows.length, 0) ?? 0;
      let left = limit;
      const bodies = groups_?.map(({ heading, rows }) => {
        const body = document.createElement('tbody');
        if (heading && rows.length > 0 && left > 0) body.append(groupHead(heading));
        body.append(...rows.slice(0, left).map(row));
        left = Math.max(0, left - rows.length);
        return body;
      });
      for (const body of [...table.tBodies]) body.remove();
      table.append(...(bodies?.filter((body) => body.rows.length > 0) ?? own));
      table.classList.toggle('results', bodies !== undefined);
      table.hidden = bodies ? total === 0 : !isWhole;
      if (groups) groups.hidden = bodies !== undefined;
      more.hidden = total <= limit;
      more.textContent = `Show more of ${total}`;
    },

    /** Links to the page about what was asked, and to the inspector for a response. */
    links(about: { href: string; text: string } | undefined, isResponse: boolean): void {
      page.hidden = !about && !isResponse;
      inspect.hidden = !isResponse;
      link.hidden = !about;
      if (!about) return;
      link.href = about.href;
      link.textContent = about.text;
    },

    nothing(what: { hidden: number; near: { href: string; text: string }[] } | undefined): void {
      nothing.hidden = what === undefined;
      if (!what) return;
      const line = document.createElement('p');
      if (what.hidden > 0) line.textContent = `The filters hide ${what.hidden}.`;
      else if (what.near.length > 0) {
        line.append('Did you mean ');
        what.near.forEach(({ href, text }, at) => {
          const link = document.createElement('a');
          link.href = href;
          link.textContent = text;
          line.append(at === 0 ? '' : at === what.near.length - 1 ? ' or ' : ', ', link);
        });
        line.append('?');
      } else line.textContent = 'Try fewer words, a status or a part of the detail text.';
      nothing.replaceChildren(line);
    },
  };
}

function groupHead(text: string): HTMLElement {
  const row = document.createElement('tr');
  const head = document.createElement('th');
  row.className = 'group';
  head.scope = 'rowgroup';
  head.colSpan = 4;
  head.textContent = text;
  row.append(head);
  return row;
}
