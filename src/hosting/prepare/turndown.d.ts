declare module 'turndown' {
  interface Rule {
    filter: string | ((node: { nodeName: string; classList: DOMTokenList }) => boolean);
    replacement(content: string, node: { textContent: string | null }): string;
  }
  export default class Turndown {
    constructor(options: { headingStyle: 'atx'; codeBlockStyle: 'fenced'; bulletListMarker: '-' });
    use(plugin: (converter: Turndown) => void): this;
    remove(filter: string[]): this;
    addRule(name: string, rule: Rule): this;
    turndown(html: string): string;
  }
}

declare module 'turndown-plugin-gfm' {
  import type Turndown from 'turndown';

  export function tables(converter: Turndown): void;
}
