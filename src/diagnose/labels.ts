/** Name of the guide on replies that are no problem details. */
export const repliesGuide = 'other-replies';
