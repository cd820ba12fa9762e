/// <reference types="@astrojs/starlight" />

declare module 'virtual:problem-catalog' {
  /** The folder with the entries. */
  export const folder: string;
  /** The folder of all rooms of the toolkit. */
  export const rooms: string;
  /** The folder of the runtime: its sources, or compiled. */
  export const runtime: string;
  /** The site that the pages are in; undefined where it is their own. */
  export const surroundings: import('./embed/place.ts').Surroundings | undefined;
}

declare module 'virtual:problem-catalog/frame' {
  /** What stands around each page. */
  const Frame: (props: import('./frame.ts').FrameProps) => unknown;
  export default Frame;
  /** Whether the frame shows the title of a page as its heading. */
  export const hasHeading: boolean;
}

declare module 'virtual:problem-catalog/layout' {
  /** The layout of a site without Starlight. */
  const Layout: (props: { title: string; description: string; headings: import('./frame.ts').Headings }) => unknown;
  export default Layout;
}

declare module 'virtual:problem-catalog/page-texts' {
  /** The few of them that scripts of every page use, without the others. */
  export { copy, or, prompt } from '#catalog/translations/en.ts';
}

declare module 'virtual:problem-catalog/translation' {
  /** Texts of the frame in the language of the catalog, for what runs in the browser. */
  export * from '#catalog/translations/en.ts';
}
