import type { Problem, Step } from '../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface VectorSearchUnavailable {}

const fix = [
  {
    step: 'Send the search again.',
    request: {
      method: 'POST',
      path: '/public/search',
      headers: { 'Content-Type': 'application/json' },
      body: { query: 'agents that process data', top_k: 5 },
    },
    expect: 200,
    note: 'The search works without embeddings. With ARCPClient this is `search_agents(query)`.',
  },
  {
    step: 'List the agents by type or capability, without a search.',
    when: 'if the search keeps failing',
    request: { method: 'GET', path: '/public/discover', query: { capabilities: ['processing'], limit: 100 } },
    expect: 200,
  },
  {
    step: 'Set up the embedding service.',
    when: 'for operators who want results by meaning',
    settings: ['AZURE_API_KEY', 'AZURE_API_BASE', 'AZURE_API_VERSION', 'AZURE_EMBEDDING_DEPLOYMENT'],
  },
  {
    step: 'Check the connection to it.',
    when: 'for operators',
    request: {
      method: 'GET',
      path: '/health/azure',
      headers: { Authorization: 'Bearer <admin token>', 'X-Client-Fingerprint': '<fingerprint>' },
    },
    expect: 200,
  },
] satisfies Step[];

export default {
  title: 'Vector Search Unavailable',
  status: 500,
  category: 'search',
  summary: 'The service that compares agents by meaning does not work.',
  now: 'Repeat the search after a pause, or list the agents and filter them yourself.',
  explanation: `
ARCP can compare a search query with the descriptions of agents by meaning. For this it asks an embedding service, which the
operator sets up with the \`AZURE_\` settings. The type is meant for an outage of that service.

ARCP 2.1.2 does not use it. Without embeddings the search compares words instead and answers normally, so results get coarser
and no error arrives. Handle the type all the same: another version may send it. Its status is 500, although 503 would be
the usual one for an outage.`,
  fixedBy: 'operator',
  causes: {
    'embedding-service-set-up': {
      cause: 'The embedding service is not set up or does not answer.',
      tell: 'In ARCP 2.1.2 the search then answers 200 with results found by words.',
      fix: fix,
    },
  },
  answers: [{ detail: 'Embedding backend offline' }],
  retry: { when: 'after-delay', because: 'It would be an outage behind the server, which can pass.' },
  example: { detail: 'Embedding backend offline', instance: '/public/search' },
  samples: [
    {
      title: 'Fall back to the list of agents',
      lang: 'typescript',
      code: `
import { isProblem, readProblem, vectorSearchUnavailable } from 'arcp-problems';

let response = await fetch('http://localhost:8001/public/search', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ query: 'agents that process data', top_k: 5 }),
});
if (isProblem(await readProblem(response), vectorSearchUnavailable)) {
  response = await fetch('http://localhost:8001/public/discover?capabilities=processing');
}`,
    },
  ],
  userMessage: 'Search is not available at the moment. Try again later.',
  operators: `
In ARCP 2.1.2 an outage shows only in coarser results, never in an error. Watch \`GET /health/azure\` instead of the problem type.`,
  settings: ['AZURE_API_KEY', 'AZURE_API_BASE', 'AZURE_API_VERSION', 'AZURE_EMBEDDING_DEPLOYMENT'],
  clients: { search_agents: '`SearchError`.' },
  observed: {
    sent: 'no',
    note: 'Without embeddings the search falls back to words and answers 200. It was captured by making the search fail on purpose.',
    members: [],
    missing: ['instance'],
    differences: [
      {
        documented: 'A search answers this type when the embedding service is not available.',
        actual: 'Nothing in ARCP 2.1.2 sends it; the search falls back to words without saying so.',
      },
    ],
  },
  related: {
    'operation-timeout': 'the search took too long',
    'internal-error': 'the search failed for another reason',
  },
  aliases: ['VECTOR_SEARCH_ERROR', 'VectorSearchError'],
} satisfies Problem<VectorSearchUnavailable>;
