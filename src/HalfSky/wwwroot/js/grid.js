// [data-grid]: pasted rows. A cell becomes an input where she is; arrows and Enter walk, a change is checked again by the server.
// [data-paste]: what is pasted is read at once.

document.querySelector('[data-paste] textarea')?.addEventListener('paste', (e) => {
  if (!e.target.value.trim()) setTimeout(() => e.target.form.requestSubmit(), 50);
});

const grid = () => document.getElementById('grid');
const cellOf = (element) => element?.closest?.('td[data-cell]');
let waiting, typed = false;

const edit = (cell, text) => {
  const known = cell.querySelector('input');
  if (known) return known.focus();
  const input = document.createElement('input');
  input.className = 'inp cellin';
  input.name = cell.dataset.cell;
  input.setAttribute('aria-label', cell.dataset.label);
  input.autocomplete = 'off';
  input.value = text ?? cell.querySelector('.t')?.textContent ?? '';
  input.dataset.was = cell.querySelector('.t')?.textContent ?? '';
  cell.querySelector('.t')?.replaceWith(input);
  cell.removeAttribute('tabindex');
  input.focus();
  if (text === undefined) input.select();
  else typed = true;
};

const close = (input, keep) => {
  if (input.dataset.was === undefined || (keep && input.value !== input.dataset.was)) return false;
  const cell = cellOf(input), text = document.createElement('span');
  text.className = 't';
  text.textContent = input.dataset.was;
  cell.tabIndex = 0;
  input.replaceWith(text);
  return true;
};

// The whole form is asked again, and the cursor comes back to where it was.
const recheck = () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const form = grid();
    if (!form) return;
    const at = cellOf(document.activeElement);
    form.dataset.back = at?.dataset.cell ?? document.activeElement?.name ?? '';
    sessionStorage.setItem('grid-back', form.dataset.back);
    form.dispatchEvent(new Event('recheck', { bubbles: true }));
  }, 250);
};
document.addEventListener('htmx:after:swap', () => {
  const name = sessionStorage.getItem('grid-back');
  sessionStorage.removeItem('grid-back');
  if (!name || !grid()) return;
  const cell = grid().querySelector(`td[data-cell="${name}"]`);
  (cell?.querySelector('input') ?? cell ?? grid().querySelector(`[name="${name}"]`))?.focus();
});

const walk = (cell, down, right) => {
  const row = cell.closest('tr');
  const at = [...row.children].indexOf(cell);
  let next = cell;
  if (right) {
    next = right > 0 ? cell.nextElementSibling : cell.previousElementSibling;
  } else {
    for (let other = row; (other = down > 0 ? other.nextElementSibling : other.previousElementSibling);) {
      next = other.children[at];
      if (next?.dataset.cell) break;
    }
  }
  if (!next?.dataset.cell) return;
  (next.querySelector('input') ?? next).focus();
  next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
};

document.addEventListener('dblclick', (e) => {
  const cell = cellOf(e.target);
  if (cell && !e.target.matches('input, select')) edit(cell);
});
document.addEventListener('keydown', (e) => {
  const cell = cellOf(e.target);
  if (!cell || e.isComposing || e.target.matches('select') || e.ctrlKey || e.metaKey || e.altKey) return;
  const input = e.target.matches('input') ? e.target : null;
  if (e.key === 'ArrowDown' || e.key === 'ArrowUp' || e.key === 'Enter') {
    e.preventDefault();
    if (e.key === 'Enter' && !input) return edit(cell);
    walk(cell, e.key === 'ArrowUp' || e.shiftKey ? -1 : 1, 0);
  } else if (!input && (e.key === 'ArrowLeft' || e.key === 'ArrowRight')) {
    e.preventDefault();
    walk(cell, 0, e.key === 'ArrowRight' ? 1 : -1);
  } else if (e.key === 'Escape' && input) {
    e.preventDefault();
    if (close(input, false)) cell.focus();
  } else if (!input && e.key === 'F2') {
    e.preventDefault();
    edit(cell);
  } else if (!input && (e.key === 'Delete' || e.key === 'Backspace')) {
    e.preventDefault();
    edit(cell, '');
  } else if (!input && e.key.length === 1 && e.key !== ' ') {
    e.preventDefault();
    edit(cell, e.key);
  }
});
document.addEventListener('focusout', (e) => {
  if (!cellOf(e.target) || !e.target.matches('input')) return;
  // A letter typed over a cell makes no change event of its own.
  if (!close(e.target, true) && typed) recheck();
  typed = false;
});
document.addEventListener('change', (e) => {
  if (!e.target.closest?.('[data-grid]')) return;
  if (e.target.matches('[data-recheck]') || cellOf(e.target)) recheck();
});
document.addEventListener('submit', () => clearTimeout(waiting));
