// textarea[data-chips]: bound figures stand in the text as chips that cannot be broken; the textarea keeps what is sent. Without this
// script the textarea itself is changed, figures in braces.

const pattern = /\{[a-z0-9.-]+(\?[^{}|@]+)?(\|[a-z]+)?(@[a-z]+)?\}/g;
const words = { '{place}': '地名', '{federation}': '妇联名称', '{period}': '时段', '{year}': '年份', '{next}': '下一年', '{villages}': '村数' };

function chip(token, label) {
  const span = document.createElement('span');
  span.className = 'chip-figure';
  span.contentEditable = 'false';
  span.dataset.token = token;
  span.textContent = label ?? words[token] ?? token;
  return span;
}

function fill(editor, text, labels) {
  editor.textContent = '';
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    editor.append(text.slice(at, match.index), chip(match[0], labels[match[0]]));
    at = match.index + match[0].length;
  }
  editor.append(text.slice(at));
}

function read(node) {
  let text = '';
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) text += child.data;
    else if (child.dataset?.token) text += child.dataset.token;
    else if (child.nodeName === 'BR') text += '\n';
    else text += (text && !text.endsWith('\n') ? '\n' : '') + read(child);
  }
  return text;
}

for (const area of document.querySelectorAll('textarea[data-chips]')) {
  const labels = JSON.parse(area.dataset.chips || '{}');
  const editor = document.createElement('div');
  editor.className = 'inp chips';
  editor.contentEditable = 'true';
  editor.setAttribute('role', 'textbox');
  editor.setAttribute('aria-multiline', 'true');
  editor.setAttribute('aria-label', area.closest('label')?.querySelector('.lab')?.textContent ?? '正文');
  editor.dataset.placeholder = area.placeholder;
  fill(editor, area.value, labels);
  area.hidden = true;
  area.after(editor);
  let range = null;
  const keep = () => { area.value = read(editor).replace(/\u00a0/g, ' '); };
  editor.addEventListener('input', keep);
  editor.addEventListener('paste', (e) => {
    e.preventDefault();
    document.execCommand('insertText', false, e.clipboardData.getData('text/plain'));
  });
  document.addEventListener('selectionchange', () => {
    const s = getSelection();
    if (s.rangeCount && editor.contains(s.anchorNode)) range = s.getRangeAt(0).cloneRange();
  });
  area.form.addEventListener('click', (e) => {
    const button = e.target.closest('[data-insert]');
    if (!button) return;
    e.preventDefault();
    const piece = chip(button.dataset.insert, button.dataset.label);
    if (range) {
      range.deleteContents();
      range.insertNode(piece);
      range.setStartAfter(piece);
      range.collapse(true);
    } else editor.append(piece);
    keep();
    editor.focus();
  });
}
