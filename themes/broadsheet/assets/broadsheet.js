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

  // What a reader writes is never lost: a form with data-draft="name" keeps its text in this browser until the paper has taken it.
  // It is sent beside the page, so that the page is still there when nobody answers; then it is told so, and sent again by itself.
  for (const form of document.querySelectorAll('form[data-draft]')) {
    const text = form.querySelector('textarea'), back = form.querySelector('.draft-back'), line = form.querySelector('.draft-line');
    const name = 'draft ' + form.dataset.draft;
    let waiting = false, sending = false, pause = 0, timer;

    // A browser may have no room for it, or forbid it.
    const stored = () => { try { return localStorage.getItem(name); } catch { return null; } };
    const keep = () => {
      try {
        if (text.value.trim()) localStorage.setItem(name, text.value); else localStorage.removeItem(name);
      } catch { /* told by what is stored */ }
    };
    const tell = () => {
      const said = line.dataset, words = (stored() === text.value ? said.kept : said.unkept) + (waiting ? ' ' + said.waiting : '');
      // Said once, not at every try; on a phone the line may be below the edge.
      if (line.textContent === words) return;
      line.textContent = words;
      if (waiting) line.scrollIntoView({ block: 'nearest' });
    };
    // From now on the paper may have the text: sent again, it leads to where that stands.
    const sayAgain = () => {
      if (!form.elements.again) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'again', value: '1' }));
    };

    const send = async () => {
      clearTimeout(timer);
      if (sending) return;
      sending = true;
      const answer = await fetch(form.action, {
        method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { Prefer: 'return=minimal' }, signal: AbortSignal.timeout?.(30000),
      }).catch(() => null);
      if (answer?.status === 201) {
        try { localStorage.removeItem(name); } catch { /* never stored */ }
        // With the address of this very page, the place of the reply would be a jump within it and show nothing new.
        history.replaceState(null, '', form.action);
        location.replace(answer.headers.get('Location'));
        return;
      }
      sending = false;
      if (answer && answer.status < 500) {
        // Refused, so nothing was stored: sent by the browser itself, the form gets the page that says why.
        waiting = false;
        form.submit();
        return;
      }
      sayAgain();
      tell();
      if (!waiting) return;
      pause = Math.min(pause * 2 || 5000, 300000);
      // Not all readers at the same moment.
      timer = setTimeout(send, pause * (1 + Math.random()));
    };

    form.addEventListener('submit', event => {
      event.preventDefault();
      waiting = true;
      line.textContent = line.dataset.sending;
      send();
    });
    // Nothing half-written goes off by itself.
    form.addEventListener('input', () => {
      keep();
      clearTimeout(timer);
      if (!waiting) return;
      waiting = false;
      if (!sending) tell();
    });
    addEventListener('online', () => { if (waiting) send(); });
    back.querySelector('button').addEventListener('click', () => {
      text.value = '';
      text.dispatchEvent(new Event('input', { bubbles: true }));
      line.textContent = '';
      back.hidden = true;
      text.focus();
    });

    if (text.defaultValue.trim()) keep();
    else if (stored()) {
      if (!text.value) text.value = stored();
      back.hidden = false;
      sayAgain();
    }
  }

  // Which version of an article was read is remembered in this browser and nowhere else; who comes back is told what mattered since.
  const since = document.querySelector('.since[data-article]');
  if (since) {
    const { article, number, matters } = since.dataset, most = 500;
    const tell = () => {
      let read = new Map();
      try { read = new Map(JSON.parse(localStorage.getItem('read'))); } catch { /* nothing, or nothing of ours */ }
      const before = read.get(article), words = document.getElementById('since');
      if (Number.isInteger(before) && before < matters && words) {
        since.append(words.content.cloneNode(true));
        since.querySelector('a').href += before + '#changes';
        since.querySelector('button').addEventListener('click', () => since.replaceChildren());
      }
      read.delete(article);
      read.set(article, Number(number));
      // The latest; a browser may also have no room for them, or forbid it.
      try { localStorage.setItem('read', JSON.stringify([...read].slice(-most))); } catch { /* then nobody is told */ }
    };
    // A page that was opened behind another one has not been read.
    if (document.hidden) document.addEventListener('visibilitychange', tell, { once: true });
    else tell();
  }

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
