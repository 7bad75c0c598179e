// <div class="lookup" data-lookup="/r/person/suggest"><input type="hidden" name="person"><input role="combobox" class="inp"></div>
// Types to find, arrows and Enter or a touch to choose. The hidden value is the choice; editing the words undoes it.

let number = 0;

function attach(box) {
  const hidden = box.querySelector('input[type="hidden"]');
  const input = box.querySelector('[role="combobox"]');
  const list = document.createElement('ul');
  list.id = `lookup-${++number}`;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', '可以选的');
  list.hidden = true;
  box.append(list);
  const voice = document.createElement('span');
  voice.className = 'hidden-visually';
  voice.setAttribute('role', 'status');
  box.append(voice);
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('aria-autocomplete', 'list');
  input.autocomplete = 'off';

  let chosen = hidden.value ? input.value : null; // the words that stand for the hidden value
  let at = -1;
  let waiting = 0;
  let asking = null;

  const options = () => [...list.querySelectorAll('[role="option"]')];
  const close = () => {
    list.hidden = true;
    at = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const move = (to) => {
    const all = options();
    if (all.length === 0) return;
    at = (to + all.length) % all.length;
    all.forEach((o, i) => o.setAttribute('aria-selected', String(i === at)));
    input.setAttribute('aria-activedescendant', all[at].id);
    all[at].scrollIntoView({ block: 'nearest' });
  };
  const choose = (option) => {
    hidden.value = option.dataset.id;
    input.value = option.dataset.title;
    chosen = input.value;
    close();
    hidden.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const show = (found) => {
    list.replaceChildren(...found.map((f, i) => {
      const option = document.createElement('li');
      option.id = `${list.id}-${i}`;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.dataset.id = f.id;
      option.dataset.title = f.title;
      const title = document.createElement('span');
      title.textContent = f.title;
      option.append(title);
      if (f.sub) {
        const sub = document.createElement('span');
        sub.className = 's';
        sub.textContent = f.sub;
        option.append(sub);
      }
      return option;
    }));
    if (found.length === 0) {
      const none = document.createElement('li');
      none.className = 'none';
      none.textContent = '没有找到，试试姓名首字母';
      list.append(none);
    }
    voice.textContent = found.length === 0 ? '没有找到' : `找到 ${found.length} 个`;
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    if (found.length > 0) move(0);
  };
  const find = async () => {
    asking?.abort();
    const words = input.value.trim();
    if (words === '' || words === chosen) return close();
    asking = new AbortController();
    const address = new URL(box.dataset.lookup, location.href);
    address.searchParams.set('q', words);
    try {
      const answer = await fetch(address, { headers: { accept: 'application/json' }, credentials: 'same-origin', signal: asking.signal });
      if (!answer.ok) return close();
      const found = await answer.json();
      if (document.activeElement === input) show(found);
    } catch (e) {
      if (e.name !== 'AbortError') close(); // no network: she can still send the form, the server says what is missing
    }
  };

  input.addEventListener('input', () => {
    if (chosen !== null && input.value !== chosen) {
      chosen = null;
      hidden.value = '';
      hidden.dispatchEvent(new Event('change', { bubbles: true }));
    }
    clearTimeout(waiting);
    waiting = setTimeout(find, 150);
  });
  input.addEventListener('keydown', (e) => {
    if (e.isComposing) return;
    const open = !list.hidden;
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      e.preventDefault();
      if (open) move(at + (e.key === 'ArrowDown' ? 1 : -1));
      else find();
    } else if (e.key === 'Enter' && open && !e.ctrlKey && at >= 0) {
      e.preventDefault();
      choose(options()[at]);
    } else if (e.key === 'Escape' && open) {
      e.preventDefault();
      e.stopPropagation();
      close();
    }
  });
  // Pressed, not clicked: a click comes after the field has lost the cursor and the list is gone.
  list.addEventListener('mousedown', (e) => e.preventDefault());
  list.addEventListener('click', (e) => {
    const option = e.target.closest('[role="option"]');
    if (option) choose(option);
  });
  input.addEventListener('blur', () => setTimeout(() => {
    close();
    // One exact title typed in full counts as chosen; anything else is left for the server to refuse.
    const exact = options().filter((o) => o.dataset.title === input.value.trim());
    if (hidden.value === '' && exact.length === 1) choose(exact[0]);
  }, 120));
  document.addEventListener('draft:restored', () => { chosen = hidden.value ? input.value : null; });
}

const attachAll = (within) => within.querySelectorAll('[data-lookup]:not([data-ready])').forEach((box) => { box.dataset.ready = '1'; attach(box); });
attachAll(document);
document.addEventListener('htmx:after:swap', () => attachAll(document));
