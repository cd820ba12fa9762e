/** Words that say nothing about a problem type, so that a search passes over them. */
export const fillers: ReadonlySet<string> = new Set(
  (
    'the here and are but for from has have into its not one only that their them then this was were when where which with ' +
    'without who why how what will you your does did any all can each every other there than more most after before got ' +
    'do is an am my me we us to of on in by at it be as or if so a i ' +
    'should would could need want get getting says said please help keep keeps happen happens ' +
    'return returns fix solve'
  ).split(' '),
);
