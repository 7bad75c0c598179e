// The doors and sheets. Every page works without this file: it only adds a keypad and a warning.

for (const form of document.querySelectorAll('form[data-keypad]')) {
  const input = form.querySelector('input[inputmode=numeric]');
  const pad = document.createElement('div');
  pad.className = 'keypad';
  pad.setAttribute('role', 'group');
  pad.setAttribute('aria-label', '数字键');
  for (const key of ['1', '2', '3', '4', '5', '6', '7', '8', '9', '清空', '0', '退格']) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = key.length > 1 ? 'btn word' : 'btn';
    button.textContent = key;
    button.addEventListener('click', () => {
      if (key === '清空') input.value = '';
      else if (key === '退格') input.value = input.value.slice(0, -1);
      else if (input.value.length < 6) input.value += key;
      if (input.value.length === 6 && key.length === 1) form.requestSubmit();
    });
    pad.append(button);
  }
  form.querySelector('.fld').after(pad);
  // The large keys replace the phone's own keyboard, which would cover them.
  if (matchMedia('(pointer: coarse)').matches) {
    input.setAttribute('inputmode', 'none');
    input.blur();
  }
}

const idle = document.querySelector('[data-idle]');
if (idle) {
  const limit = Number(idle.dataset.idle) * 1000;
  const Warn = 3 * 60 * 1000;
  let seen = Date.now();
  let timer;
  const left = idle.querySelector('[data-left]');
  const over = () => location.assign(`/sign-in?returnUrl=${encodeURIComponent(location.pathname + location.search)}`);
  const look = () => {
    const rest = seen + limit - Date.now();
    idle.hidden = rest > Warn;
    if (rest <= 0) {
      // What she was typing stays on screen until she presses the link; leaving would lose it.
      idle.querySelector('[data-ask]').hidden = true;
      idle.querySelector('[data-over]').hidden = false;
      clearInterval(timer);
      return;
    }
    left.textContent = String(Math.max(1, Math.ceil(rest / 60000)));
  };
  const stay = async () => {
    const answer = await fetch('/me/stay', { redirect: 'manual', headers: { 'X-Requested-With': 'fetch' } });
    if (answer.status !== 204) return over();
    seen = Date.now();
    look();
  };
  idle.querySelector('[data-stay]').addEventListener('click', stay);
  // Typing a long form is not idling, though the server hears nothing of it.
  let typed = 0;
  document.addEventListener('input', () => {
    if (Date.now() - Math.max(typed, seen) > 5 * 60 * 1000) { typed = Date.now(); stay(); }
  });
  document.addEventListener('htmx:after:request', () => { seen = Date.now(); });
  timer = setInterval(look, 15000);
}
