// Changes a page in place into another one, so that what a reader did to it stays: opened branches, focus, places
// scrolled to, and whatever scripts of the theme have set.
//
// `base` is what the server sent before. Where that and the new page are equal, nothing is touched at all; where it
// is not known, the page in the browser is made equal to the new one.

/** Makes `live` what `next` is. */
export function morph(live, next, base) {
  if (base && base.isEqualNode(next)) return;
  if (live.nodeType !== Node.ELEMENT_NODE) {
    if (live.nodeValue !== next.nodeValue) live.nodeValue = next.nodeValue;
    return;
  }
  attributes(live, next, base);
  children(live, next, base);
}

function attributes(live, next, base) {
  // Whether a branch is open is the reader's choice.
  const isKept = (name) => name === 'open' && live.localName === 'details';
  for (const { name, value } of next.attributes) {
    const isNew = !base || base.getAttribute(name) !== value;
    if (isNew && !isKept(name) && live.getAttribute(name) !== value) live.setAttribute(name, value);
  }
  for (const { name } of [...(base ?? live).attributes]) {
    if (!next.hasAttribute(name) && !isKept(name)) live.removeAttribute(name);
  }
}

function children(live, next, base) {
  const wanted = [...next.childNodes];
  const mates = matches(wanted, [...live.childNodes]);
  const bases = base ? matches(wanted, [...base.childNodes]) : new Map();
  const kept = new Set(mates.values());
  for (const node of [...live.childNodes]) if (!kept.has(node)) node.remove();
  let place = live.firstChild;
  for (const node of wanted) {
    const mate = mates.get(node);
    if (!mate) {
      live.insertBefore(document.importNode(node, true), place);
      continue;
    }
    if (mate === place) place = place.nextSibling;
    else live.insertBefore(mate, place);
    morph(mate, node, bases.get(node));
  }
}

/** Which of some nodes becomes which of the wanted ones: those with the same key, then those of the same kind. */
function matches(wanted, nodes) {
  const found = new Map();
  const taken = new Set();
  for (const name of [key, kind]) {
    const waiting = new Map();
    for (const node of nodes) {
      if (taken.has(node)) continue;
      const of = name(node);
      if (!waiting.has(of)) waiting.set(of, []);
      waiting.get(of).push(node);
    }
    for (const node of wanted) {
      const mate = found.has(node) ? undefined : waiting.get(name(node))?.shift();
      if (!mate) continue;
      found.set(node, mate);
      taken.add(mate);
    }
  }
  return found;
}

function kind(node) {
  return node.nodeType === Node.ELEMENT_NODE ? node.localName : node.nodeName;
}

/** By what a node is known among its neighbours: its id; for branches and rows, what they are about. */
export function key(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return node.nodeName;
  if (node.id) return `${node.localName}#${node.id}`;
  if (!['details', 'li', 'tr'].includes(node.localName)) return node.localName;
  const link = node.querySelector('a[href]')?.getAttribute('href');
  const summary = node.localName === 'details' ? node.querySelector('summary')?.textContent.trim() : undefined;
  return `${node.localName}>${link ?? summary ?? ''}`;
}
