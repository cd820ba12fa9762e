import { overlapTests } from './overlaps.ts';
import { kinds } from './pages.ts';

overlapTests([...new Set(Object.values(kinds))], 120_000);
