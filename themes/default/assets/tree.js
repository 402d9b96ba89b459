// Filters the tree while a reader chooses and types, and keeps what was chosen and opened in the address: a reload, a
// bookmark or a link shows the same. Without this script the branches still open and close.
(() => {
  const form = document.getElementById('filters');
  if (!form) return;
  const main = form.closest('main');
  const fields = ['cycle', 'team', 'health', 'text'].map((name) => form.elements[name]);
  const [cycle, team, health, text] = fields;
  const status = form.querySelector('[role=status]');
  const reset = form.querySelector('[type=reset]');
  const isAsked = () => fields.some((field) => field.value.trim() !== '');
  // As the search does: neither case nor accents count.
  const plain = (words) => words.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

  // More than anybody wants to see at once: where so many goals fit, branches are left to the reader.
  const MOST = 200;

  // The rows in their order, so that each stands before what hangs under it.
  let rows = [];
  const folds = new WeakMap();
  const initial = new WeakMap();
  const read = () => {
    const known = new Map();
    rows = [...main.querySelectorAll('.tree li')].map((item) => {
      const above = known.get(item.parentElement.closest('li'));
      const link = item.firstElementChild.querySelector('a');
      const branch = item.lastElementChild.localName === 'details' ? item.lastElementChild : null;
      if (branch && !initial.has(branch)) initial.set(branch, branch.open);
      const [, id] = link?.getAttribute('href').match(/([^/]+)\/index\.html(?:#|$)/) ?? [];
      const { health: fares, team: owner, cycle: when } = item.dataset;
      const isResult = item.firstElementChild.classList.contains('key-result');
      const row = {
        item, above, branch, link, fares, isResult,
        // No id begins with a dot: so are called the folds of what was earlier.
        id: link ? id : `.${above?.id ?? ''}`,
        owner: isResult ? above.owner : owner ?? '-',
        when: isResult ? above.when : when ?? '-',
      };
      known.set(item, row);
      if (branch) folds.set(branch, row);
      return row;
    });
  };
  const named = (row) => (row.named ??= plain(`${row.link.textContent} ${row.isResult ? '' : row.id}`));

  // Which branches are open against what would be by itself, or all (`*`): in the whole tree, and in what filters leave.
  const nothing = () => ({ open: new Set(), shut: new Set() });
  let whole = nothing();
  let found = nothing();
  let opens = false;
  const byItself = (row) => (opens ? row.leads : initial.get(row.branch));
  const isOpen = (row, { open, shut }) => {
    if (open.has(row.id)) return true;
    if (shut.has(row.id)) return false;
    return open.has('*') || (!shut.has('*') && byItself(row));
  };

  // The preview changes rows in place; what is changed here is no news.
  const watch = new MutationObserver(() => { read(); apply(); });
  // Shows what is decided, as far as it can be seen: rows in a closed branch follow when somebody opens it. Of very many
  // rows, the style sheet leaves out those that one would have to scroll to.
  const show = () => {
    let count = 0;
    for (const row of rows) {
      const { item, above, branch, shows, some } = row;
      row.isSeen = false;
      if (above && !(above.isSeen && above.open)) continue;
      if (item.hidden === shows) item.hidden = !shows;
      if (!shows) continue;
      row.isSeen = true;
      count += 1;
      item.classList.toggle('on-the-way', row.isOnTheWay);
      if (!branch) continue;
      if (branch.open !== row.open) branch.open = row.open;
      if (branch.hidden === some) branch.hidden = !some;
    }
    main.classList.toggle('many', count > MOST);
    watch.takeRecords();
  };

  const apply = () => {
    const asked = isAsked();
    const words = plain(text.value).split(/\s+/).filter(Boolean);
    const looksInside = words.length > 0 || health.value !== '';
    let count = 0;
    for (const row of rows) {
      row.leads = row.some = false;
      row.fits = Boolean(row.fares)
        && (!cycle.value || row.when === cycle.value)
        && (!team.value || row.owner === team.value)
        && (!health.value || row.fares === health.value)
        && words.every((word) => named(row).includes(word));
    }
    for (const row of [...rows].reverse()) {
      const counts = row.fits && (looksInside || !row.isResult);
      if (row.above && (counts || row.leads)) row.above.leads = true;
    }
    for (const row of rows) {
      // The key results of an objective that fits stay with it.
      const stays = row.fits || (row.isResult && row.above.fits);
      row.shows = !asked || stays || row.leads;
      row.isOnTheWay = asked && !stays && Boolean(row.fares);
      if (row.fits) count += 1;
      if (row.shows && row.above) row.above.some = true;
    }
    opens = asked && count <= MOST;
    const view = asked ? found : whole;
    for (const row of rows) if (row.branch) row.open = isOpen(row, view);
    show();
    for (const lane of main.querySelectorAll('.lane')) lane.hidden = asked && !lane.querySelector('.tree > li:not([hidden])');
    const number = count.toLocaleString(document.documentElement.lang);
    status.textContent = !asked ? '' : count ? form.dataset.found.replace('{n}', number) : form.dataset.none;
    reset.hidden = !asked;
    form.hidden = false;
    watch.takeRecords();
  };

  // The shortest way to say which branches are open.
  const told = () => {
    show();
    const seen = rows.filter((row) => row.branch && row.some && row.isSeen);
    const ids = (holds) => new Set(seen.filter(holds).map((row) => row.id));
    const [open, shut] = [ids((row) => row.open), ids((row) => !row.open)];
    const length = (view) => [...view.open, ...view.shut].join(' ').length;
    const own = {
      open: ids((row) => row.open && !byItself(row)),
      shut: ids((row) => !row.open && byItself(row)),
    };
    const ways = [own, { open: new Set(['*']), shut }, { open, shut: new Set(['*']) }];
    return ways.reduce((best, way) => (length(way) < length(best) ? way : best));
  };

  const address = () => {
    const parts = fields.map((field) => [field.name, field.value.trim()]);
    parts.push(['open', [...whole.open]], ['shut', [...whole.shut]]);
    if (isAsked()) parts.push(['more', [...found.open]], ['less', [...found.shut]]);
    const written = parts.map(([name, value]) => [name, encodeURIComponent(String(value)).replaceAll('%2C', ',')]);
    return written.filter(([, value]) => value).map((part) => part.join('=')).join('&');
  };
  let waiting;
  const write = (isStep) => {
    clearTimeout(waiting);
    waiting = undefined;
    const hash = address();
    if (hash === location.hash.slice(1)) return;
    const url = hash ? `#${hash}` : location.pathname + location.search;
    // Browsers refuse when somebody types very fast; what was typed last is written anyway.
    try { history[isStep ? 'pushState' : 'replaceState'](history.state, '', url); } catch { later(); }
  };
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(write, 250);
  };
  const restore = () => {
    const said = new URLSearchParams(location.hash.slice(1));
    const set = (name) => new Set((said.get(name) ?? '').split(',').filter(Boolean));
    for (const field of fields) {
      field.value = said.get(field.name) ?? '';
      // What is not to be had any more is not asked for.
      if (field.selectedIndex < 0) field.value = '';
    }
    whole = { open: set('open'), shut: set('shut') };
    found = { open: set('more'), shut: set('less') };
    apply();
  };

  const ask = (isStep) => {
    found = nothing();
    apply();
    if (isStep) write(true);
    else later();
  };
  const all = (view) => {
    if (isAsked()) found = view;
    else whole = view;
    apply();
    write(false);
  };
  for (const field of [cycle, team, health]) field.addEventListener('change', () => ask(true));
  text.addEventListener('input', () => ask(false));
  form.addEventListener('submit', (event) => event.preventDefault());
  reset.addEventListener('click', (event) => {
    event.preventDefault();
    for (const field of fields) field.value = '';
    text.focus();
    ask(true);
  });
  form.elements.opens.addEventListener('click', () => all({ open: new Set(['*']), shut: new Set() }));
  // The mission stays open: one line alone says nothing.
  form.elements.closes.addEventListener('click', () => all({ open: new Set(['strategy']), shut: new Set(['*']) }));
  main.addEventListener('toggle', (event) => {
    const row = folds.get(event.target);
    if (!row || row.branch.open === row.open) return;
    row.open = row.branch.open;
    if (isAsked()) found = told();
    else whole = told();
    later();
  }, true);
  addEventListener('pagehide', () => { if (waiting) write(false); });
  // Links within the page, such as the one that skips to the content, do not lose what the address says.
  addEventListener('popstate', () => {
    const hash = location.hash.slice(1);
    if (hash && !hash.includes('=')) write(false);
    else restore();
  });

  read();
  restore();
  const attributeFilter = ['hidden', 'data-team', 'data-cycle', 'data-health', 'data-found'];
  watch.observe(main, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter });
})();
