import { start } from './apps/express.ts';
import { inProcess } from './contract.ts';
import { suite } from './suites/express.ts';

suite(inProcess(start));
