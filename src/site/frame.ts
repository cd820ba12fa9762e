import type { HeadTag } from './head.ts';

/** What a page gives to the frame around it. */

/** Sections of a page. */
export type Headings = readonly { readonly id: string; readonly text: string }[];

export interface FrameProps {
  readonly title: string;
  readonly description: string;
  /** Language of the page, as a language tag. */
  readonly language: string | undefined;
  /** Links and data for the head. */
  readonly head: readonly HeadTag[];
  readonly headings: Headings;
  /** Key of the category whose picture stands beside a shared link. */
  readonly category?: string | undefined;
}
