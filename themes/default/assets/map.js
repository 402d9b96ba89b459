// Lets a reader move over a map: zoom with buttons, keys, wheel or fingers, drag, walk from goal to goal with arrows.
// Without this script the map scrolls in its region, and every goal is a link.
document.querySelectorAll('.map-box').forEach((box) => {
  const view = box.querySelector('.map-view');
  const map = view?.querySelector('svg.map');
  const tools = box.querySelector('.map-tools');
  if (!map || !tools) return;
  const size = map.viewBox.baseVal;
  const least = Math.min(0.1, view.clientWidth / size.width);
  // As large as the style sheet shows it on this screen; from here on the script does.
  let scale = parseFloat(getComputedStyle(view).getPropertyValue('--map-scale')) || 1;

  // The point of the drawing below (x, y) of the screen stays there.
  const zoom = (to, x = view.clientWidth / 2, y = 0) => {
    const box = map.getBoundingClientRect();
    const at = view.getBoundingClientRect();
    const [left, top] = [at.left + x - box.left, at.top + y - box.top].map((way) => way / scale);
    scale = Math.min(4, Math.max(least, to));
    map.setAttribute('width', size.width * scale);
    map.setAttribute('height', size.height * scale);
    const now = map.getBoundingClientRect();
    view.scrollBy(now.left + left * scale - at.left - x, now.top + top * scale - at.top - y);
    grabs();
  };
  const fit = () => {
    const room = view.clientWidth / size.width;
    const whole = Math.min(room, (innerHeight * 0.9) / size.height);
    // The whole drawing, where its letters can still be told apart; else its width; then its own size again.
    const wanted = [whole > 0.45 ? whole : Math.min(room, 1), 1];
    zoom(wanted.find((one) => Math.abs(one - scale) > 0.01) ?? 1, 0, 0);
  };
  const grabs = () => view.classList.toggle('grabs', view.scrollWidth > view.clientWidth + 1 || view.scrollHeight > view.clientHeight + 1);
  const step = { in: () => zoom(scale * 1.25), out: () => zoom(scale / 1.25), fit };
  tools.hidden = false;
  tools.addEventListener('click', (event) => step[event.target.closest('button')?.dataset.zoom]?.());

  view.addEventListener('wheel', (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const at = view.getBoundingClientRect();
    zoom(scale * Math.exp(-event.deltaY / (event.deltaMode ? 8 : 240)), event.clientX - at.left, event.clientY - at.top);
  }, { passive: false });

  // Dragging with a mouse; fingers scroll by themselves, and two of them zoom.
  let from = null;
  let moved = false;
  view.addEventListener('pointerdown', (event) => {
    moved = false;
    if (event.pointerType === 'mouse' && event.button === 0) from = { x: event.clientX, y: event.clientY, left: view.scrollLeft, top: view.scrollTop };
  });
  addEventListener('pointermove', (event) => {
    if (!from || !event.buttons) return void (from = null);
    const [x, y] = [event.clientX - from.x, event.clientY - from.y];
    if (!moved && Math.hypot(x, y) < 5) return;
    moved = true;
    view.classList.add('grabbed');
    view.scrollTo(from.left - x, from.top - y);
  });
  addEventListener('pointerup', () => { from = null; view.classList.remove('grabbed'); });
  // A drag that ends on a goal does not open it, and goals are not dragged as links are.
  view.addEventListener('click', (event) => { if (moved) event.preventDefault(); }, true);
  view.addEventListener('dragstart', (event) => event.preventDefault());

  let pinch = null;
  const apart = ([one, other]) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
  view.addEventListener('touchmove', (event) => {
    if (event.touches.length !== 2) return;
    event.preventDefault();
    const [one, other] = event.touches;
    const at = view.getBoundingClientRect();
    pinch ??= { way: apart(event.touches), scale };
    zoom(pinch.scale * apart(event.touches) / pinch.way, (one.clientX + other.clientX) / 2 - at.left, (one.clientY + other.clientY) / 2 - at.top);
  }, { passive: false });
  view.addEventListener('touchend', () => { pinch = null; });

  // From a goal to the nearest one that stands where an arrow points.
  const walk = (here, right, down) => {
    const box = (goal) => goal.getBoundingClientRect();
    const own = box(here);
    let best = null;
    let least = Infinity;
    for (const goal of map.querySelectorAll('a[href]')) {
      if (goal === here) continue;
      const other = box(goal);
      const [x, y] = [other.left - own.left, other.top - own.top];
      const ahead = right ? x * right : y * down;
      // Key results stand one step in and belong to the column of their objective.
      if (right ? ahead < own.width / 2 : ahead <= 0 || Math.abs(x) > own.width / 2) continue;
      const far = right ? ahead * 4 + Math.abs(y) : ahead;
      if (far < least) [best, least] = [goal, far];
    }
    best?.focus();
    best?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const arrows = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  view.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const goal = event.target.closest?.('a[href]');
    if (goal && arrows[event.key]) walk(goal, ...arrows[event.key]);
    else if (event.key === '+' || event.key === '=') step.in();
    else if (event.key === '-' || event.key === '−') step.out();
    else if (event.key === '0') fit();
    else return;
    event.preventDefault();
  });
  addEventListener('resize', grabs);
  view.classList.add('moves');
  zoom(scale, 0, 0);
  // A phone has room for two columns: those with goals in them, rather than the mission and its pillars.
  const first = scale < 1 && map.querySelector('.mission') && map.querySelector('.pillar');
  if (first) {
    const [goal, at] = [first, view].map((part) => part.getBoundingClientRect());
    view.scrollBy(getComputedStyle(view).direction === 'rtl' ? goal.right - at.right + 3 : goal.left - at.left - 3, 0);
  }
});
