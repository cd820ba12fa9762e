import 'reflect-metadata';
import { Body, Controller, Get, Module, Param, Post, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { agentNotFound, ProblemError, tokenInvalid } from 'arcp-problems';
import { problemHandler, problemPipe, problemValidation } from 'arcp-problems/nest';
import { IsArray, IsString, MinLength } from 'class-validator';

class TokenExpired extends Error {}

class Item {
  @MinLength(3)
  name!: string;

  @IsArray()
  @IsString({ each: true })
  tags!: string[];
}

@Controller()
class Items {
  @Get('items/:id')
  find(@Param('id') agent_id: string) {
    throw new ProblemError(agentNotFound({ agent_id, detail: `Agent ${agent_id} not found` }));
  }

  @Post('items')
  create(@Body() item: Item) {
    return item;
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

@Module({ controllers: [Items] })
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
