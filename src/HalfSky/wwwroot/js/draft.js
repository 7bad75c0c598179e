// form[data-draft=KEY]: what was typed is kept on this computer until it is saved. Never sealed fields, files or passwords.

const Week = 7 * 24 * 3600 * 1000;

const kept = (form) => [...form.elements].filter((e) => e.name && !e.disabled
  && !['submit', 'button', 'reset', 'file', 'password', 'image'].includes(e.type)
  && !e.closest('[data-sealed]')
  && (e.type !== 'hidden' || e.closest('.lookup')));

const read = (form) => kept(form).map((e) => [e.name, e.value, e.type === 'checkbox' || e.type === 'radio' ? e.checked : null]);

function write(form, values) {
  const fields = kept(form);
  const counts = {};
  for (const [name, value, checked] of values) {
    if (checked === null) {
      const same = fields.filter((e) => e.name === name && e.type !== 'checkbox' && e.type !== 'radio');
      const field = same[counts[name] ?? 0];
      counts[name] = (counts[name] ?? 0) + 1;
      if (field) field.value = value;
    } else {
      const box = fields.find((e) => e.name === name && e.value === value);
      if (box) box.checked = checked;
    }
  }
  form.dispatchEvent(new Event('draft:restored', { bubbles: true }));
}

function note(form, clear) {
  const box = document.createElement('div');
  box.className = 'note calm mb2';
  box.setAttribute('role', 'status');
  box.innerHTML = '<div class="grow">已恢复上次没存的内容</div><button type="button" class="btn btn-s">清掉</button>';
  box.querySelector('button').addEventListener('click', () => { clear(); box.remove(); });
  form.prepend(box);
}

for (const form of document.querySelectorAll('form[data-draft]')) {
  const key = `draft:${form.dataset.draft}${location.search}`;
  const empty = read(form);
  let store;
  try { store = window.localStorage; } catch { continue; }

  // After an error the server has already put back what she typed; that is newer than any draft.
  const answered = document.querySelector('#problems') || form.querySelector('.bad');
  const saved = JSON.parse(store.getItem(key) ?? 'null');
  if (saved && Date.now() - saved.at > Week) store.removeItem(key);
  else if (saved && !answered && JSON.stringify(saved.values) !== JSON.stringify(empty)) {
    write(form, saved.values);
    note(form, () => { store.removeItem(key); write(form, empty); });
  }

  let waiting = 0;
  const keep = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const values = read(form);
      try {
        if (JSON.stringify(values) === JSON.stringify(empty) && !answered) store.removeItem(key);
        else store.setItem(key, JSON.stringify({ at: Date.now(), values }));
      } catch { /* full: typing must go on */ }
    }, 400);
  };
  form.addEventListener('input', keep);
  form.addEventListener('change', keep);
  form.addEventListener('submit', () => { try { sessionStorage.setItem('draft-sent', form.dataset.draft); } catch { /* none */ } });
}
