import { headerSearch } from '../finder/header.ts';
import { copyButtons } from './copy.ts';
import { menu } from './menu.ts';
import { sampleTabs } from './samples.ts';
import { scrollers } from './scrollers.ts';
import { themePicker } from './theme.ts';

/** Everything that a page does before it is used. */
export function enhance(): void {
  themePicker();
  sampleTabs();
  copyButtons();
  scrollers();
  headerSearch();
  menu();
}
