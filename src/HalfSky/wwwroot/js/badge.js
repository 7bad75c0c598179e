// The number beside 待办, and on the icon of the home screen where the browser can: how many are overdue or fall due within a week.
const links = document.querySelectorAll('a.go[href="/todo"], .tabs a[href="/todo"]');
if (links.length) {
  fetch('/todo/count', { redirect: 'error' }).then((answer) => (answer.ok ? answer.text() : '0')).then((text) => {
    const count = Number.parseInt(text, 10) || 0;
    navigator[count ? 'setAppBadge' : 'clearAppBadge']?.(count || undefined)?.catch?.(() => {});
    if (!count) return;
    for (const link of links) {
      const badge = document.createElement('span');
      badge.className = 'badge';
      badge.textContent = count > 99 ? '99+' : count;
      badge.title = '逾期和 7 天内到期';
      link.append(badge);
    }
  }).catch(() => { /* without a network the page is right without a number */ });
}
