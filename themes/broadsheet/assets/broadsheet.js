// Conveniences only: every page reads and every form sends without this file.
(() => {
  'use strict';

  // Films: nothing is fetched from the other site before the reader asks for it.
  document.addEventListener('click', event => {
    const link = event.target.closest('a.embed-link[data-embed]');
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const frame = document.createElement('iframe');
    frame.src = link.dataset.embed + (link.dataset.embed.includes('?') ? '&' : '?') + 'autoplay=1';
    frame.title = link.textContent.trim();
    frame.allow = 'autoplay; encrypted-media; picture-in-picture; fullscreen';
    frame.referrerPolicy = 'strict-origin-when-cross-origin';
    link.replaceWith(frame);
    frame.focus();
  });

  const form = document.getElementById('reply-form');
  if (!form) return;

  // Remembered details fill what is still empty.
  if (/(?:^|;\s*)remembered=1(?:;|$)/.test(document.cookie)) {
    form.querySelector('.remembered')?.remove();
    fetch('/comments/me', { headers: { Accept: 'application/json' }, credentials: 'same-origin' })
      .then(answer => answer.ok ? answer.json() : null)
      .then(me => {
        if (!me) return;
        for (const name of ['author', 'email', 'website']) {
          const field = form.elements[name];
          if (field && !field.value && me[name]) field.value = me[name];
        }
        form.elements.remember.checked = true;
      })
      .catch(() => {});
  }

  // How much has been written, once it begins to matter.
  const text = form.elements.body, hint = document.getElementById('reply-body-hint');
  const limit = Number(text.dataset.limit);
  if (limit && hint) {
    const rest = hint.textContent, number = new Intl.NumberFormat(document.documentElement.lang || undefined);
    const count = () => {
      const length = [...text.value].length;
      hint.textContent = length > limit / 2 ? `${rest} ${number.format(length)} / ${number.format(limit)}` : rest;
      hint.classList.toggle('over', length > limit);
    };
    text.addEventListener('input', count);
    count();
  }

  // After a refused reply the reader lands on the list of problems.
  document.getElementById('problems')?.focus();
})();
