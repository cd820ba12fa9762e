/** Loaded before a command, makes its clock run a thousand times as fast, so that every limit in time strikes. */
const [start, now] = [Date.now(), Date.now];
Date.now = () => start + (now() - start) * 1000;
const [begin, ticks] = [performance.now(), performance.now.bind(performance)];
performance.now = () => begin + (ticks() - begin) * 1000;
