import { startSearch } from '../search/start.ts';
import { causeRows } from './cause-rows.ts';
import { copyButtons } from './copy.ts';
import { languageChoice } from './language-choice.ts';
import { menu } from './menu.ts';
import { scrollers } from './scrollers.ts';
import { themePicker } from './theme.ts';

/** Everything that a page does before it is used. */
export function enhance(): void {
  themePicker();
  enhanceContent();
  startSearch();
  menu();
}

/** What is done within the frame, whichever it is. */
export function enhanceContent(): void {
  languageChoice();
  causeRows();
  copyButtons();
  scrollers();
}
