// Before the first paint: the theme and the language of the samples that the reader has chosen.
(() => {
  const root = document.documentElement;
  let theme = '';
  let sample = '';
  try {
    theme = localStorage.getItem('theme') || '';
    sample = localStorage.getItem('sample') || '';
  } catch {}
  if (theme === 'light' || theme === 'dark') root.dataset.scheme = theme;
  root.dataset.sample = ['curl', 'python', 'typescript'].includes(sample) ? sample : 'curl';
})();
