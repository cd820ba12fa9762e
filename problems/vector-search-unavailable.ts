import type { Causes, Problem } from '../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface VectorSearchUnavailable {}

const azure = ['AZURE_API_KEY', 'AZURE_API_BASE', 'AZURE_API_VERSION', 'AZURE_EMBEDDING_DEPLOYMENT'];

const causes = {
  'no-embeddings': {
    cause: 'The embedding service is not set up, or it does not respond.',
    tell: 'ARCP 2.1.2 then returns 200 with results that match words, not meaning.',
    asked: ['Azure', 'OpenAI', 'semantic search', 'bad search results'],
    fix: [
      {
        step: 'List the agents by type or capability, without a search.',
        request: { method: 'GET', path: '/public/discover', query: { capabilities: ['processing'], limit: 100 } },
        expect: 200,
        note: 'With ARCPClient: `discover_agents()`.',
      },
      { step: 'Set up the embedding service.', when: 'for operators', settings: azure },
      {
        step: 'Check the connection to the embedding service.',
        when: 'for operators',
        request: {
          method: 'GET',
          path: '/health/azure',
          headers: { Authorization: 'Bearer <admin token>', 'X-Client-Fingerprint': '<fingerprint>' },
        },
        expect: 200,
        note: 'Without a connection, `status` is `unavailable`.',
      },
    ],
  },
} satisfies Causes;

export default {
  title: 'Vector Search Unavailable',
  status: 500,
  category: 'search',
  summary: 'The embedding service, which finds agents by meaning, is unavailable.',
  now: 'List the agents, and filter them by type or capability.',
  explanation: `
ARCP can compare a search query with the descriptions of agents by meaning. For this it calls an embedding service, which the
operator sets up with the \`AZURE_\` settings. The documentation describes this type for an outage of that service.

ARCP 2.1.2 does not send it. Without embeddings, the search compares words and returns 200, so results are less precise and no error
arrives. Handle the type anyway: a different version may send it.`,
  fixedBy: 'operator',
  retry: { when: 'after-delay', because: 'An outage of the embedding service can be temporary.' },
  causes,
  answers: [{ detail: 'Embedding backend offline', causes: ['no-embeddings'] }],
  example: { detail: 'Embedding backend offline' },
  documented: { detail: 'Vector search service is currently unavailable', instance: '/public/search' },
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
If search results get worse, the embedding service is probably down. ARCP 2.1.2 does not return an error then: check
\`GET /health/azure\`.`,
  settings: azure,
  clients: { search_agents: '`SearchError`.' },
  observed: {
    sent: 'no',
    note: 'Without embeddings, the search compares words and returns 200. The response was captured with a search that was made to fail.',
    members: [],
    missing: ['instance'],
    differences: [
      {
        documented: 'A search returns this type when the embedding service is not available.',
        actual: 'ARCP 2.1.2 never sends it. The search compares words instead, and the response does not say so.',
      },
    ],
  },
  related: {
    'internal-error': 'the search failed for a different reason',
    'validation-failed': 'a value of the search is not accepted',
  },
  aliases: ['VECTOR_SEARCH_ERROR', 'VectorSearchError'],
  asked: ['search broken', 'search 503'],
} satisfies Problem<VectorSearchUnavailable, typeof causes>;
