// form[data-dirty]: leaving with something changed and not saved is asked about by the browser.

for (const form of document.querySelectorAll('form[data-dirty]')) {
  const state = () => JSON.stringify([...new FormData(form)].filter(([, value]) => typeof value === 'string'));
  const before = state();
  const answered = Boolean(form.querySelector('.bad') || document.querySelector('#problems'));
  let sent = false;
  form.addEventListener('submit', (e) => { sent = !e.defaultPrevented; });
  window.addEventListener('pageshow', () => { sent = false; });
  window.addEventListener('beforeunload', (e) => {
    if (sent || (!answered && state() === before)) return;
    e.preventDefault();
    e.returnValue = '';
  });
}
