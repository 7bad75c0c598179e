// What every page has: large type, passing notes, questions before acting, keys, printing.

const typing = (element) => element.closest?.('input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable]');

/* Large type: at once here, remembered in a cookie so that the next page comes right from the server. */
const root = document.documentElement;
const large = (on) => {
  root.classList.toggle('large', on);
  for (const button of document.querySelectorAll('button[data-large]')) {
    button.setAttribute('aria-pressed', String(on));
    const [normal, big] = button.querySelectorAll('span');
    normal?.classList.toggle('on', !on);
    big?.classList.toggle('on', on);
  }
};
try {
  const kept = localStorage.getItem('large');
  if (!/(^|; )large=/.test(document.cookie) && kept === '1') large(true);
} catch { /* storage switched off: the cookie is enough */ }
document.addEventListener('click', (e) => {
  if (!e.target.closest('button[data-large]')) return;
  const on = !root.classList.contains('large');
  large(on);
  document.cookie = `large=${on ? 1 : 0}; path=/; max-age=31536000; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`;
  try { localStorage.setItem('large', on ? '1' : '0'); } catch { /* as above */ }
});

/* A note that something was done fades; it stays while she reads it or points at it. */
for (const note of document.querySelectorAll('[data-toast]')) {
  const go = () => {
    if (note.matches(':hover, :focus-within')) return setTimeout(go, 2000);
    note.classList.add('fading');
    setTimeout(() => note.remove(), 700);
  };
  setTimeout(go, 8000);
}

/* Drafts that were saved are forgotten: the page says so, or it shows the note of success after the form was sent. */
try {
  const forget = (key) => Object.keys(localStorage).filter((k) => k === `draft:${key}` || k.startsWith(`draft:${key}?`)).forEach((k) => localStorage.removeItem(k));
  document.querySelectorAll('[data-draft-done]').forEach((e) => forget(e.dataset.draftDone));
  const sent = sessionStorage.getItem('draft-sent');
  if (sent && document.querySelector('[data-toast]')) forget(sent);
  sessionStorage.removeItem('draft-sent');
} catch { /* no storage, no drafts */ }

/* A question before what cannot be undone. */
const ask = (question, danger) => new Promise((answer) => {
  const dialog = document.createElement('dialog');
  if (!dialog.showModal) return answer(window.confirm(question));
  dialog.className = 'ask';
  dialog.setAttribute('aria-labelledby', 'ask-words');
  dialog.innerHTML = '<form method="dialog"><h2 id="ask-words"></h2><div class="row1"><button class="btn" value="no">不，回去</button><button class="btn dark" value="yes"></button></div></form>';
  dialog.querySelector('h2').textContent = question;
  dialog.querySelector('[value="yes"]').textContent = danger;
  dialog.addEventListener('close', () => { dialog.remove(); answer(dialog.returnValue === 'yes'); });
  document.body.append(dialog);
  dialog.showModal();
});
document.addEventListener('submit', async (e) => {
  const form = e.target;
  if (form.matches('[action="/sign-out"]')) {
    try { Object.keys(localStorage).filter((k) => k.startsWith('draft:')).forEach((k) => localStorage.removeItem(k)); } catch { /* none */ }
  }
  const question = e.submitter?.dataset.confirm ?? form.dataset.confirm;
  if (question && !form.dataset.agreed) {
    e.preventDefault();
    e.stopImmediatePropagation();
    if (!await ask(question, e.submitter?.textContent.trim() || '确定')) return e.submitter?.focus();
    form.dataset.agreed = '1';
    form.requestSubmit(e.submitter ?? undefined);
    delete form.dataset.agreed;
    return;
  }
  // Two presses are one save.
  if (form.matches('[data-save]')) {
    if (form.dataset.sent) {
      e.preventDefault();
      e.stopImmediatePropagation();
    } else form.dataset.sent = '1';
  }
}, true);
window.addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach((f) => delete f.dataset.sent));

document.addEventListener('click', (e) => {
  if (e.target.closest('[data-print]')) window.print();
  if (e.target.closest('[data-close-panel]')) closePanel();
  const row = e.target.closest('tr[data-row]');
  if (row && !e.target.closest('a, button, input, label, select, .pickcell') && !String(window.getSelection())) mainLink(row)?.click();
  for (const menu of document.querySelectorAll('details.menu[open]')) if (!menu.contains(e.target)) menu.open = false;
});
document.addEventListener('change', (e) => {
  if (e.target.matches('[data-submit]')) e.target.form?.requestSubmit();
});

/* The side panel of a list: the open row is marked, and the cursor comes back to it. */
const panel = document.getElementById('panel');
const mainLink = (row) => row?.querySelector('a[data-open], a[href]');
let opened = null;
function closePanel() {
  if (!panel || !panel.hasChildNodes()) return false;
  panel.replaceChildren();
  mainLink(opened)?.focus();
  return true;
}
if (panel) {
  new MutationObserver(() => {
    const open = panel.hasChildNodes() && panel.textContent.trim().length > 0;
    panel.parentElement.classList.toggle('open', open);
    document.querySelectorAll('tr.open').forEach((r) => r.classList.remove('open'));
    if (open) opened?.classList.add('open');
  }).observe(panel, { childList: true });
  document.addEventListener('click', (e) => { opened = e.target.closest('a[data-open]')?.closest('tr') ?? opened; }, true);
}

document.addEventListener('keydown', (e) => {
  if (e.isComposing) return;
  if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) {
    const form = document.activeElement?.closest('form[data-save]') ?? document.querySelector('form[data-save]');
    if (!form) return;
    e.preventDefault();
    form.requestSubmit(form.querySelector('button.primary:not([type="button"])') ?? undefined);
  } else if (e.key === 'Escape' && !e.defaultPrevented) {
    const menu = document.querySelector('details.menu[open]');
    if (menu) { menu.open = false; menu.querySelector('summary').focus(); } else closePanel();
  } else if ((e.key === 'j' || e.key === 'k') && !e.ctrlKey && !e.altKey && !e.metaKey && !typing(e.target)) {
    const rows = [...document.querySelectorAll('table[data-keys] tbody tr')].filter(mainLink);
    const now = rows.indexOf(document.activeElement?.closest('tr'));
    const next = rows[now < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, now + (e.key === 'j' ? 1 : -1)))];
    if (!next) return;
    e.preventDefault();
    mainLink(next).focus();
    next.scrollIntoView({ block: 'nearest' });
  } else if (e.key === '/' && !typing(e.target)) {
    const find = document.querySelector('.find input');
    if (find) { e.preventDefault(); find.focus(); }
  }
});

/* Six digits are the whole PIN: no button to find. */
for (const input of document.querySelectorAll('form[data-keypad] input.digits')) {
  input.addEventListener('input', () => { if (/^\d{6}$/.test(input.value)) input.form.requestSubmit(); });
}

/* Errors are read first. */
document.getElementById('problems')?.focus();

/* What is folded on screen stands unfolded on paper. */
window.addEventListener('beforeprint', () => {
  for (const part of document.querySelectorAll('details[data-unfold]:not([open])')) part.open = part.dataset.unfolded = true;
});
window.addEventListener('afterprint', () => {
  for (const part of document.querySelectorAll('details[data-unfolded]')) {
    part.open = false;
    delete part.dataset.unfolded;
  }
});
