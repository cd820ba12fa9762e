/** Name of the guide on replies that are no problem details. */
export const repliesGuide = 'other-replies';

/** Labels of the example buttons, in the order of the index's `examples`. */
export const exampleLabels = [
  'A faulty response',
  'One with a known cause',
  'A line of a log',
  'No problem details',
] as const;
