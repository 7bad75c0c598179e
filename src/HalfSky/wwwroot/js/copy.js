// [data-copies]: its button takes the text of its textarea along; where the clipboard is shut, the text is marked and she copies it herself.

document.addEventListener('click', async (e) => {
  const button = e.target.closest('[data-copy]');
  const area = button?.closest('[data-copies]')?.querySelector('textarea');
  if (!area) return;
  area.focus();
  area.select();
  let done = false;
  try {
    await navigator.clipboard.writeText(area.value);
    done = true;
  } catch {
    try { done = document.execCommand('copy'); } catch { /* marked, at least */ }
  }
  const words = button.lastChild;
  words.textContent = done ? button.dataset.done ?? '复制好了，去群里粘贴' : '按住上面的字，选“复制”';
});
