import 'reflect-metadata';
import { Body, Controller, Get, Module, Param, Post, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { agentNotFound, ProblemError, tokenInvalid } from 'arcp-problems';
import { problemHandler, problemPipe, problemValidation } from 'arcp-problems/nest';
import { IsArray, IsString, MinLength } from 'class-validator';

class TokenExpired extends Error {}

class Agent {
  @MinLength(3)
  agent_id!: string;

  @IsArray()
  @IsString({ each: true })
  capabilities!: string[];
}

@Controller()
class Agents {
  @Get('agents/:id')
  find(@Param('id') agent_id: string) {
    throw new ProblemError(agentNotFound({ agent_id, detail: `No agent is called "${agent_id}".` }));
  }

  @Post('agents')
  register(@Body() agent: Agent) {
    return agent;
  }

  @Get('me')
  async me() {
    throw new TokenExpired('exp claim is 1735689600');
  }

  @Get('broken')
  broken() {
    throw new Error('password of db-7 refused');
  }
}

@Module({ controllers: [Agents] })
class App {}

const app = await NestFactory.create(App, { logger: ['error'] });
app.useGlobalPipes(problemPipe(new ValidationPipe({ exceptionFactory: problemValidation })));
app.useGlobalFilters(
  problemHandler({
    map: (error) => (error instanceof TokenExpired ? tokenInvalid({ detail: 'The token has expired.' }) : undefined),
    log: (error, host) => console.error(host.switchToHttp().getRequest().url, error),
  }),
);

const port = Number(process.env.PORT ?? 3000);
await app.listen(port);
console.log(`http://localhost:${port}`);
