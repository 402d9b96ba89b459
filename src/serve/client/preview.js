// Keeps this page as new as the handbook on disk, and shows what is wrong with it. Part of `okrbook serve` alone: it
// is added while a page is served, and no site that is written holds it.
import { key, morph } from './morph.js';
import { Panel } from './panel.js';

const KEPT = 'okrbook-preview';
const own = document.querySelector('script[src="/_okrbook/preview.js"]');
const isStandIn = document.body.classList.contains('okrbook-stand-in');
const panel = isStandIn ? undefined : new Panel();

/** Which revision this page shows. */
let shown = { site: own.dataset.site, files: own.dataset.files };
/** The page as the server last sent it; `undefined` where that is not known. */
let base;
/** The latest state that was heard of and not yet shown. */
let heard;
let isBusy = false;
let stream;

// Only the tab that somebody looks at listens: browsers open few connections to one place. Whoever begins to listen
// hears the state as it is, so that a tab which comes back catches up.
function listen() {
  if (document.visibilityState === 'hidden') {
    stream?.close();
    stream = undefined;
  } else if (!stream) {
    stream = new EventSource('/_okrbook/events');
    stream.addEventListener('revision', (event) => hear(JSON.parse(event.data)));
  }
}

async function hear(state) {
  heard = state;
  if (isBusy) return;
  isBusy = true;
  while (heard) {
    const now = heard;
    heard = undefined;
    try {
      await show(now);
    } catch {
      // The server is gone. When it is back, the stream tells again.
    }
  }
  isBusy = false;
}

async function show(state) {
  if (isStandIn) {
    if (state.site || state.findings !== own.dataset.findings) reload();
    return;
  }
  await panel.show(state);
  if (state.site && state.site !== shown.site) await update(state);
}

async function update(state) {
  const hasPictures = document.querySelector('img, picture, video, audio, object, embed, iframe, svg image');
  if (state.files !== shown.files && hasPictures) return reload();
  const next = await page();
  if (!next) return reload();
  if (String(parts(next)) !== String(parts(base ?? document))) return reload();
  patch(next);
}

/** The page that stands at this address now. */
async function page() {
  const response = await fetch(location.pathname + location.search, { cache: 'no-store' });
  const next = new DOMParser().parseFromString(await response.text(), 'text/html');
  return idsOf(next) ? next : undefined;
}

function idsOf(page) {
  return page.querySelector('script[src="/_okrbook/preview.js"]')?.dataset;
}

/** What a page loads around its text. Where that changes, patching is not enough. */
function parts(page) {
  const all = page.querySelectorAll('script, link[rel="stylesheet"], link[rel="icon"], style');
  const named = [...all].map((part) => {
    const address = part.getAttribute('src') ?? part.getAttribute('href');
    return address === null ? part.textContent : new URL(address, location.href).pathname;
  });
  return named.filter((name) => !name.startsWith('/_okrbook/'));
}

function patch(next) {
  const [left, top] = [scrollX, scrollY];
  const focused = document.activeElement;
  document.title = next.title;
  document.documentElement.lang = next.documentElement.lang;
  morph(document.body, next.body, base?.body);
  base = next;
  shown = { ...idsOf(next) };
  if (document.activeElement !== focused) {
    const same = focused.isConnected ? focused : focused.id && document.getElementById(focused.id);
    if (same) same.focus({ preventScroll: true });
  }
  scrollTo({ left, top, behavior: 'instant' });
}

/** Loads the page anew, and keeps what a patch would have kept as far as that can be. */
function reload() {
  const open = Object.fromEntries(branches().map(([name, branch]) => [name, branch.open]));
  const kept = { path: location.pathname, left: scrollX, top: scrollY, open };
  sessionStorage.setItem(KEPT, JSON.stringify(kept));
  location.reload();
}

function restore() {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null');
  sessionStorage.removeItem(KEPT);
  if (kept?.path !== location.pathname) return;
  for (const [name, branch] of branches()) branch.open = kept.open[name] ?? branch.open;
  scrollTo({ left: kept.left, top: kept.top, behavior: 'instant' });
}

/** All branches that can be opened, each with the way to it as its name. */
function branches() {
  const name = (branch) => (branch ? `${name(branch.parentElement?.closest('details'))}/${key(branch)}` : '');
  return [...document.querySelectorAll('details')].map((branch) => [name(branch), branch]);
}

/** What the server sent for this page tells later what scripts of the theme have changed since. */
async function remember() {
  const sent = await page();
  if (sent && idsOf(sent).site === shown.site) base ??= sent;
}

restore();
if (!isStandIn) await remember().catch(() => {});
document.addEventListener('visibilitychange', listen);
listen();
