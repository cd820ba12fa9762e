import { setFlagsFromString } from 'node:v8';

/** V8 lets a heap grow to four times what is in use before it collects garbage: too much for catalogs of 10,000 entries. */
setFlagsFromString('--heap-growing-percent=50');
