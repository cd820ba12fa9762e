/** A command cannot do its work: the message is for people, the exit code is 2. */
export class Failure extends Error {
  override readonly name = 'Failure';
}
