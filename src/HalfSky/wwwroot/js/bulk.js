// form[data-bulk]: rows chosen by checkbox, all at once by [data-all], counted into [data-count]; [data-needs-rows] waits for one.

for (const form of document.querySelectorAll('form[data-bulk]')) {
  const all = form.querySelector('[data-all]');
  const rows = () => [...form.querySelectorAll('tbody input[type="checkbox"]:not([disabled])')];
  const tell = () => {
    const boxes = rows();
    const chosen = boxes.filter((b) => b.checked);
    boxes.forEach((b) => b.closest('tr')?.classList.toggle('sel', b.checked));
    form.querySelectorAll('[data-count]').forEach((e) => { e.textContent = String(chosen.length); });
    form.querySelectorAll('[data-needs-rows]').forEach((b) => { b.disabled = chosen.length === 0; });
    if (all) {
      all.checked = boxes.length > 0 && chosen.length === boxes.length;
      all.indeterminate = chosen.length > 0 && chosen.length < boxes.length;
      all.disabled = boxes.length === 0;
    }
  };
  let last = null;
  form.addEventListener('click', (e) => {
    if (!e.target.matches?.('tbody input[type="checkbox"]')) return;
    const boxes = rows();
    if (e.shiftKey && last && boxes.includes(last)) {
      const [from, to] = [boxes.indexOf(last), boxes.indexOf(e.target)].sort((a, b) => a - b);
      boxes.slice(from, to + 1).forEach((b) => { b.checked = e.target.checked; });
    }
    last = e.target;
  });
  form.addEventListener('change', (e) => {
    if (e.target === all) rows().forEach((b) => { b.checked = all.checked; });
    tell();
  });
  // x chooses the row the cursor is on.
  form.addEventListener('keydown', (e) => {
    if (e.key !== 'x' || e.ctrlKey || e.metaKey || e.altKey || e.target.matches('input, textarea, select')) return;
    const box = e.target.closest('tr')?.querySelector('input[type="checkbox"]:not([disabled])');
    if (box) { box.checked = !box.checked; tell(); }
  });
  window.addEventListener('pageshow', tell);
  tell();
}
