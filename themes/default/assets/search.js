// Finds goals, people, teams and prose while a reader types. The index is loaded in small pieces, as scripts, so that
// it works from a folder on disk as well. Without this script the search page lists everything.
(() => {
  const form = document.querySelector('form.search');
  const field = form?.querySelector('input');
  if (!field) return;
  const root = new URL('..', document.currentScript.src);
  const MOST = 12;
  const page = document.getElementById('results');

  // Pieces of the index by name, each loaded once; `okrbookSearch` is what they call.
  const pieces = new Map();
  const piece = (name) => {
    if (!pieces.has(name)) {
      const entry = {};
      entry.ready = new Promise((resolve, reject) => {
        entry.resolve = resolve;
        const script = document.createElement('script');
        script.src = new URL(`search/${name}.js`, root);
        script.onerror = () => { pieces.delete(name); reject(new Error(name)); };
        document.head.append(script);
      });
      pieces.set(name, entry);
    }
    return pieces.get(name).ready;
  };
  window.okrbookSearch = ([kind, ...content]) => {
    const name = kind === 'index' ? kind : `${kind}-${content[0]}`;
    pieces.get(name)?.resolve(content[content.length - 1]);
  };

  // Takes a text apart as the index does: lower case, no accents, one word a letter where scripts have no spaces.
  const words = (text) =>
    (text.match(/[\u3040-\u30ff\u3400-\u9fff]|(?:(?![\u3040-\u30ff\u3400-\u9fff])[\p{Alphabetic}\p{N}\p{M}])+/gu) ?? [])
      .map((word) => [...word].slice(0, 24).join('').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase());

  // How many pieces are read for a word, the first of which may hold only what stands before it: what one or two letters
  // begin is not worth many, since more will follow, and a word that others follow is whole.
  const most = (word, isLast) => (isLast ? (word.length < 3 ? word.length + 1 : 6) : 1);

  // Where a word, or one that begins with it, occurs: things by number with the rank of the best place.
  const occurrences = async (index, word, limit) => {
    const found = new Map();
    const end = index.words.findIndex((first) => first > word && !first.startsWith(word));
    const last = end < 0 ? index.words.length : end;
    let start = index.words.findIndex((first) => first >= word);
    if (start < 0) start = index.words.length;
    if (index.words[start] !== word) start -= 1;
    const numbers = Array.from({ length: Math.min(last - Math.max(start, 0), limit) }, (_, i) => Math.max(start, 0) + i);
    for (const block of await Promise.all(numbers.map((number) => piece(`words-${number}`)))) {
      for (const [other, places] of Object.entries(block)) {
        if (!other.startsWith(word)) continue;
        let thing = 0;
        for (const place of places) {
          thing += place >> 2;
          const rank = 2 * (place & 3) + (other === word ? 0 : 1);
          if (!(found.get(thing) <= rank)) found.set(thing, rank);
        }
      }
    }
    return found;
  };

  // The best things in which every word occurs.
  const search = async (text) => {
    const index = await piece('index');
    const asked = words(text);
    const lists = await Promise.all(asked.map((word, at) => occurrences(index, word, most(word, at === asked.length - 1))));
    if (!lists.length) return null;
    const common = [...lists[0].keys()].filter((thing) => lists.every((list) => list.has(thing)));
    const rank = (thing) => lists.reduce((sum, list) => sum + list.get(thing), 0);
    const best = common.map((thing) => [rank(thing), thing]).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const rows = best.slice(0, MOST).map(async ([, thing]) => {
      const titles = await piece(`titles-${Math.floor(thing / index.block)}`);
      return titles[thing % index.block];
    });
    return { count: best.length, rows: await Promise.all(rows) };
  };

  const list = document.createElement('ul');
  list.id = 'search-results';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', field.labels[0].textContent);
  const said = document.createElement('p');
  said.className = 'visually-hidden';
  said.setAttribute('role', 'status');
  (page ?? form).append(list, said);
  list.hidden = true;
  field.setAttribute('role', 'combobox');
  field.setAttribute('aria-controls', list.id);
  field.setAttribute('aria-expanded', 'false');
  field.setAttribute('aria-autocomplete', 'list');

  let current = -1;
  const mark = (index) => {
    const options = [...list.children];
    current = index;
    options.forEach((option, at) => option.setAttribute('aria-selected', String(at === current)));
    if (current < 0) field.removeAttribute('aria-activedescendant');
    else {
      field.setAttribute('aria-activedescendant', options[current].id);
      options[current].scrollIntoView({ block: 'nearest' });
    }
  };
  const choose = (index) => {
    const count = list.children.length;
    mark(count ? (index + count) % count : -1);
  };
  const open = (isOpen) => {
    list.hidden = !isOpen;
    if (page) page.hidden = !isOpen;
    field.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) mark(-1);
  };
  const option = ([path, kind, title, note], index) => {
    const item = document.createElement('li');
    item.id = `search-result-${index}`;
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', 'false');
    const link = document.createElement('a');
    link.href = new URL(location.protocol === 'file:' ? path.replace(/(^|\/)$/, '$1index.html') : path, root);
    link.tabIndex = -1;
    link.textContent = title;
    const about = document.createElement('small');
    about.textContent = [kind, note].filter(Boolean).join(' · ');
    item.append(link, about);
    return item;
  };

  let turn = 0;
  const show = async () => {
    const mine = ++turn;
    const found = field.value.trim() ? await search(field.value).catch(() => undefined) : null;
    // Somebody who has typed on gets what they typed last.
    if (mine !== turn) return;
    // An index that cannot be loaded leaves the page with the list of everything.
    if (!found) { said.textContent = ''; open(false); return; }
    list.replaceChildren(...found.rows.map(option));
    said.textContent = found.count ? form.dataset.found.replace('{n}', found.count.toLocaleString(document.documentElement.lang)) : form.dataset.none;
    said.classList.toggle('visually-hidden', found.count > 0);
    mark(-1);
    open(true);
  };

  field.addEventListener('focus', () => piece('index').catch(() => {}), { once: true });
  let pause;
  field.addEventListener('input', () => { // Whoever types on at once is not answered in between.
    clearTimeout(pause);
    pause = setTimeout(show, field.value.trim() ? 100 : 0);
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') { if (!list.hidden) { event.preventDefault(); open(false); } return; }
    if (list.hidden || !list.children.length) return;
    if (event.key === 'ArrowDown') choose(current + 1);
    else if (event.key === 'ArrowUp') choose(current < 0 ? -1 : current - 1);
    else if (event.key === 'Enter' && current >= 0) list.children[current].firstChild.click();
    else return;
    event.preventDefault();
  });
  if (!page) document.addEventListener('pointerdown', (event) => { if (!form.contains(event.target)) open(false); });
  if (!page) form.addEventListener('focusout', (event) => { if (event.relatedTarget && !form.contains(event.relatedTarget)) open(false); });
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target.closest?.('input, textarea, select, [contenteditable]');
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    field.focus();
  });
  if (page) {
    form.addEventListener('submit', (event) => event.preventDefault());
    field.value = new URLSearchParams(location.search).get('q') ?? '';
    if (field.value) show();
  }
})();
