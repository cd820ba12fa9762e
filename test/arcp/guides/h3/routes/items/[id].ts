import { agentNotFound, ProblemError } from 'arcp-problems';
import { defineHandler } from 'nitro/h3';

export default defineHandler((event) => {
  const agent_id = event.context.params?.id ?? '';
  throw new ProblemError(agentNotFound({ agent_id, detail: `Agent ${agent_id} not found` }));
});
