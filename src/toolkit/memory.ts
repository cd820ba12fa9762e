// cspell:ignore GOMEMLIMIT
import { setFlagsFromString } from 'node:v8';

/** V8 lets a heap grow to four times what is in use before it collects garbage: too much for catalogs of 10,000 entries. */
setFlagsFromString('--heap-growing-percent=50');

/** esbuild lets its heap grow to twice what is in use, unless it knows a limit that it keeps to where it can. */
process.env.GOMEMLIMIT ??= '256MiB';
