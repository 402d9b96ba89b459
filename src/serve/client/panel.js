// What is wrong with the handbook, over the page: open while something stops a build, a word in the corner while
// something only warns. Escape puts it away until something else is found.

const PUT_AWAY = 'okrbook-put-away';

export class Panel {
  #digest = '';
  #summary = '';
  #isOpen = false;
  #box = document.createElement('aside');
  #button = document.createElement('button');
  #findings = document.createElement('div');
  #said = document.createElement('p');

  constructor() {
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = '/_okrbook/preview.css';
    document.head.append(style);
    this.#box.className = 'okrbook-panel okrbook-over';
    this.#box.setAttribute('aria-label', 'Findings of the preview');
    this.#box.hidden = true;
    this.#button.type = 'button';
    this.#button.setAttribute('aria-controls', 'okrbook-findings');
    this.#button.addEventListener('click', () => this.#open(!this.#isOpen, true));
    this.#findings.id = 'okrbook-findings';
    this.#findings.tabIndex = 0;
    this.#findings.setAttribute('role', 'region');
    this.#findings.setAttribute('aria-label', 'Findings');
    this.#said.className = 'okrbook-said';
    this.#said.setAttribute('role', 'status');
    this.#box.append(this.#button, this.#findings);
    // Beside the body, which belongs to the site.
    document.documentElement.append(this.#box, this.#said);
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.#isOpen && !event.defaultPrevented) this.#open(false, true);
    });
  }

  /** Shows what a state of the handbook has to say. */
  async show(state) {
    if (state.findings === this.#digest) return;
    const response = await fetch('/_okrbook/findings', { cache: 'no-store' });
    this.#findings.innerHTML = await response.text();
    const isFirst = this.#digest === '';
    this.#digest = state.findings;
    this.#summary = state.summary;
    const count = state.errors + state.warnings;
    this.#box.hidden = count === 0;
    this.#box.dataset.level = state.errors > 0 ? 'error' : 'warning';
    if (count > 0 || !isFirst) this.#said.textContent = count === 0 ? 'Everything is mended.' : state.summary;
    const isPutAway = sessionStorage.getItem(PUT_AWAY) === state.findings;
    this.#open(state.errors > 0 && !isPutAway, false);
    this.#findings.scrollTop = 0;
  }

  #open(isOpen, isChosen) {
    this.#isOpen = isOpen;
    this.#findings.hidden = !isOpen;
    this.#button.textContent = this.#summary;
    this.#button.setAttribute('aria-expanded', String(isOpen));
    if (!isChosen) return;
    this.#button.focus({ preventScroll: true });
    if (isOpen) sessionStorage.removeItem(PUT_AWAY);
    else sessionStorage.setItem(PUT_AWAY, this.#digest);
  }
}
