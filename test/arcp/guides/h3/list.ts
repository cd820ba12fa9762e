import { problemValidation } from 'arcp-problems/h3';
import { defineHandler, getValidatedQuery } from 'h3';
import { z } from 'zod';

const page = z.object({ limit: z.coerce.number() });

export const list = defineHandler((event) => getValidatedQuery(event, page, { onError: problemValidation('query') }));
