import { pageOf } from '../addresses.ts';
import { detailsOf, type FinderIndex, type IndexedPage } from './index.ts';

/** Everything that can be found, each as one document: problem types, causes, routes, replies and pages. */

export type Kind = 'type' | 'cause' | 'route' | 'reply' | IndexedPage['kind'];

export interface Document {
  readonly kind: Kind;
  readonly title: string;
  /** On the origin, perhaps with a fragment. */
  readonly path: string;
  /** Position of the problem type. */
  readonly at?: number;
  /** What it is a part of. */
  readonly in?: string;
  readonly names: readonly string[];
  readonly asked: readonly string[];
  /** Texts of responses and of clients. */
  readonly said: readonly string[];
  readonly text: string;
  /** Words that are searched, and make no snippet. */
  readonly words: string;
  /** Seldom what is meant: a running server does not send it. */
  readonly isIdle: boolean;
}

export function documentsOf(index: FinderIndex): Document[] {
  const { types, routes, replies, pages, path, guide, root, categories } = index;
  const home = root === '/' ? '' : root;
  const plain = (markdown: string) => markdown.replace(/`/g, '').replace(/\[([^[\]]+)\]\([^()]*\)/g, '$1');
  const none = { names: [], asked: [], said: [], words: '', isIdle: false };
  return [
    ...types.flatMap((type, at): Document[] => {
      const { name, title, aka = [], titles = [], said = [], asked = [], codes = [] } = type;
      const isIdle = type.state === 'unsent' || type.state === 'retired';
      return [
        {
          kind: 'type',
          title,
          path: pageOf(type, path),
          at,
          in: name,
          names: [name, ...aka, ...titles],
          asked,
          said: [...detailsOf(type), ...said],
          text: plain(type.summary),
          words: [...type.status, categories[type.category] ?? '', ...codes, type.words].join(' '),
          isIdle,
        },
        ...type.causes.map(
          (cause): Document => ({
            ...none,
            kind: 'cause',
            title: cause.text,
            path: `${pageOf(type, path)}#${cause.name}`,
            at,
            in: title,
            names: [cause.name],
            asked: cause.asked ?? [],
            said: detailsOf(type, cause.name),
            text: cause.more,
            words: type.status.join(' '),
            isIdle: isIdle || cause.sent === 'no',
          }),
        ),
      ];
    }),
    ...routes.map(
      ([route, slug, answers]): Document => ({
        ...none,
        kind: 'route',
        title: route,
        path: `${path}/route/${slug}`,
        names: [route],
        text: answers.map((at) => types[at]?.title).join(', '),
      }),
    ),
    ...replies.map(
      ({ heading, anchor, text }): Document => ({
        ...none,
        kind: 'reply',
        title: plain(heading),
        path: `${guide}#${anchor}`,
        said: [...text.matchAll(/`([^`\n]*)`/g)].map(([, code = '']) => code).filter((code) => /\w \w/.test(code)),
        text: plain(text.replace(/```\w*/g, ' ')).slice(0, 1000),
      }),
    ),
    ...pages
      .filter(({ path: place }) => !replies.some(({ anchor }) => `${home}${place}` === `${guide}#${anchor}`))
      .map(
        ({ names = [], asked = [], path: place, ...page }): Document => ({
          ...none,
          ...page,
          path: `${home}${place}`,
          names,
          asked,
        }),
      ),
  ];
}
