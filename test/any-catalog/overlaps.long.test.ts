import { overlapTests } from './overlaps.ts';
import { pages } from './pages.ts';

overlapTests(
  pages.map(({ path }) => path),
  900_000,
);
