// Checks a proof on the device of whoever looks at it, as docs/ledger.md says; without it the file can be checked elsewhere.
(() => {
  const place = document.getElementById('proof');
  if (!place || !window.sha256) return;
  const LEAF = 0, NODE = 1, LINK = 2;
  const words = document.getElementById('words').dataset;
  const shown = [...document.querySelectorAll('#sealed [data-line]')].map(row => row.dataset.line);

  const bytes = hex => {
    if (!/^([0-9a-f]{2}){32}$/.test(hex)) throw new Error('no hash');
    return hex.match(/../g).map(pair => parseInt(pair, 16));
  };
  const hash = (kind, ...parts) => {
    const sum = window.sha256.create().update([kind]);
    parts.forEach(part => sum.update(part));
    return sum.hex();
  };
  const leafOf = text => hash(LEAF, new TextEncoder().encode(text));
  const link = (before, leaf) => hash(LINK, bytes(before), bytes(leaf));
  const list = joined => joined === '' ? [] : joined.split(',');

  // The way from a leaf to the root of its tree (RFC 9162, 2.1.3.2).
  const rootOf = (leaf, index, size, way) => {
    let at = index, last = size - 1, sum = leaf;
    for (const other of way) {
      if (last === 0) return null;
      if (at % 2 === 1 || at === last) {
        sum = hash(NODE, bytes(other), bytes(sum));
        while (at % 2 === 0 && at !== 0) {
          at = Math.floor(at / 2);
          last = Math.floor(last / 2);
        }
      } else {
        sum = hash(NODE, bytes(sum), bytes(other));
      }
      at = Math.floor(at / 2);
      last = Math.floor(last / 2);
    }
    return last === 0 ? sum : null;
  };

  const read = text => {
    const lines = text.split('\n');
    const rest = word => {
      const line = lines.shift() || '';
      if (!line.startsWith(word)) throw new Error('no ' + word);
      return line.slice(word.length);
    };
    const proof = {genesis: rest('plimsoll-proof 1 '), leaf: rest('leaf\t')};
    const path = rest('path\t').split('\t');
    proof.path = {index: Number(path[0]), size: Number(path[1]), way: list(path[2])};
    const entry = rest('entry\t');
    const end = entry.lastIndexOf('\t');
    proof.entry = {covered: entry.slice(0, end), hash: entry.slice(end + 1), fields: entry.split('\t')};
    const chain = rest('chain\t').split('\t');
    proof.before = chain[0];
    proof.after = list(chain[1]);
    const day = rest('day\t');
    if (day !== 'open') {
      const [date, first, last, root] = day.split('\t');
      proof.day = {date, first: Number(first), last: Number(last), root, way: list(rest('daypath\t'))};
    }
    return proof;
  };

  const unescaped = field => field.replace(/\\(.)/g, (all, one) => ({t: '\t', n: '\n', r: '\r'})[one] || one);
  const plainSku = line => line.replace(/%(25|2C|3B)/g, (all, hex) => String.fromCharCode(parseInt(hex, 16)));

  // What each step finds: true, false, or null where there is nothing to compare.
  const check = (text, kept, isOwn) => {
    const proof = read(text);
    const [run, cycle, retailer, , lines] = proof.leaf.split('\t');
    const said = JSON.parse(unescaped(proof.entry.fields[6]));
    const position = Number(proof.entry.fields[0]);
    const entryLeaf = leafOf(proof.entry.covered);
    const head = link(proof.before, entryLeaf);
    const steps = {};
    steps.shown = isOwn ? lines.split(';').filter(line => line !== '').map(plainSku).join(';') === shown.join(';') : null;
    steps.run = proof.entry.fields[4] === 'RUN_FINISHED' && unescaped(proof.entry.fields[5]) === 'cycle:' + unescaped(cycle)
      && said.run === Number(run)
      && rootOf(leafOf(proof.leaf), proof.path.index, proof.path.size, proof.path.way) === said.grants_root;
    steps.entry = head === proof.entry.hash && (position > 1 || proof.before === proof.genesis);
    steps.day = proof.day
      ? rootOf(entryLeaf, position - proof.day.first, proof.day.last - proof.day.first + 1, proof.day.way) === proof.day.root
      : null;
    steps.head = null;
    const anchor = kept.match(/^plimsoll-head 1 ([0-9a-f]{64}) ([0-9]+) ([0-9a-f]{64})$/);
    if (anchor) {
      const ahead = Number(anchor[2]) - position;
      if (anchor[1] !== proof.genesis) steps.head = false;
      else if (ahead >= 0 && ahead <= proof.after.length) {
        steps.head = proof.after.slice(0, ahead).reduce(link, head) === anchor[3];
      }
    }
    return {steps, retailer, run, cycle: unescaped(cycle)};
  };

  const show = (text, isOwn) => {
    let found;
    try {
      found = check(text, words.kept.trim(), isOwn);
    } catch (unreadable) {
      found = {steps: {shown: null, run: false, entry: false, day: false, head: null}, retailer: '', run: '', cycle: ''};
    }
    const steps = found.steps;
    for (const item of document.querySelectorAll('[data-step]')) {
      const right = steps[item.dataset.step];
      item.className = right === null ? 'skipped' : right ? 'right' : 'wrong';
      item.querySelector('b')?.remove();
      const verdict = document.createElement('b');
      verdict.textContent = right === null ? words.skipped : right ? words.right : words.wrong;
      item.append(' ', verdict);
    }
    const isWhole = !Object.values(steps).includes(false);
    document.getElementById('whose').textContent = words.whose
      .replace('{run}', found.run).replace('{cycle}', found.cycle).replace('{retailer}', found.retailer);
    document.getElementById('fits').hidden = !isWhole;
    document.getElementById('broken').hidden = isWhole;
    document.getElementById('not-compared').hidden = !isWhole || steps.head === true;
    document.getElementById('checked').hidden = false;
  };

  const button = document.getElementById('check');
  button.hidden = false;
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      const answer = await fetch(place.dataset.file);
      show(answer.ok ? await answer.text() : '', true);
    } catch (offline) {
      show('', true);
    } finally {
      button.disabled = false;
    }
  });
  document.getElementById('older').hidden = false;
  document.getElementById('older-file').addEventListener('change', async event => {
    const file = event.target.files[0];
    if (file) show(await file.text(), false);
    event.target.value = '';
  });
})();
