import { agentNotFound } from 'arcp-problems';
import { withProblems } from 'arcp-problems/fetch';

export const GET = withProblems(async (_request: Request, { params }: { params: Promise<{ id: string }> }) => {
  throw agentNotFound({ agent_id: (await params).id });
});
