// Makes the form of an order quicker to use; without it everything works by its buttons.
(() => {
  // Going back to what was looked over asks for the order as it is now, not for the same request once more.
  if (document.getElementById('check') || document.querySelector('[data-sent]')) {
    history.replaceState(null, '', location.href);
  }
  const form = document.getElementById('order');
  if (!form) return;
  const chosen = document.getElementById('lines');
  const sums = document.getElementById('sums');
  const language = document.documentElement.lang;
  const limit = document.getElementById('atMost');
  const MOST = 1000000;
  // A Chinese keyboard may write digits as wide as its characters.
  const plain = field => field.value.normalize('NFKC').trim();
  const isNumber = typed => /^[0-9]{1,7}$/.test(typed) && Number(typed) <= MOST;
  const cartons = row => {
    const typed = plain(row.querySelector('[name=demand]'));
    return isNumber(typed) ? Number(typed) : 0;
  };
  const say = number => number.toLocaleString(language);

  const reckon = () => {
    const rows = [...form.querySelectorAll('.line')];
    const asked = rows.reduce((sum, row) => sum + cartons(row), 0);
    document.getElementById('asked').textContent = say(asked);
    const own = isNumber(plain(limit)) ? Number(plain(limit)) : Infinity;
    const ceiling = sums.dataset.ceiling === undefined ? Infinity : Number(sums.dataset.ceiling);
    const left = Math.min(own, ceiling);
    const said = left === Infinity ? sums.dataset.asked : own < ceiling ? sums.dataset.own : sums.dataset.of;
    document.getElementById('of').textContent = said.replace('{left}', say(left));
    document.getElementById('limited').hidden = left === Infinity;
    if (left !== Infinity) {
      const over = Math.max(0, asked - left);
      const within = document.getElementById('within');
      within.max = Math.max(1, left);
      within.value = asked - over;
      const beyond = document.getElementById('beyond');
      beyond.max = Math.max(1, left);
      beyond.value = over;
      beyond.hidden = over === 0;
      document.getElementById('over').textContent = say(over);
      document.getElementById('over-all').hidden = over === 0;
    }
    for (const tier of sums.querySelectorAll('[data-tier]')) {
      const ofTier = rows.filter(row => row.dataset.tier === tier.dataset.tier)
        .reduce((sum, row) => sum + cartons(row), 0);
      tier.querySelector('b').textContent = say(ofTier);
      tier.querySelector('.over-note').hidden = ofTier <= Number(tier.dataset.max);
    }
    for (const row of rows) {
      const isOver = row.dataset.max !== undefined && cartons(row) > Number(row.dataset.max);
      row.querySelector(':scope > .over-note').hidden = !isOver;
      const field = row.querySelector('[name=demand]');
      const isWrong = plain(field) !== '' && !isNumber(plain(field)) && field !== document.activeElement;
      field.classList.toggle('is-invalid', isWrong || field.hasAttribute('aria-invalid'));
      row.querySelector('.typed-wrong').hidden = !isWrong || field.hasAttribute('aria-invalid');
    }
    document.getElementById('no-lines').hidden = chosen.children.length > 0;
  };

  let moving = false;
  // A line is in the order as soon as a quantity stands beside it, behind those that were there.
  const choose = row => {
    const field = row.querySelector('[name=demand]');
    field.value = plain(field);
    if (field.value !== '' && row.parentElement !== chosen && !moving) {
      const focused = document.activeElement;
      // Whoever has the focus loses it on the way, which may say once more that the quantity has changed.
      moving = true;
      const grip = document.createElement('span');
      grip.className = 'grip';
      grip.textContent = '⠿';
      grip.setAttribute('aria-hidden', 'true');
      row.querySelector('.line-what').prepend(grip);
      row.classList.add('chosen');
      chosen.append(row);
      if (row.contains(focused)) focused.focus();
      moving = false;
    }
    reckon();
    keep();
  };

  const place = `order ${location.pathname}`;
  const stored = form.dataset.sent === undefined;
  const lines = () => ({
    quantities: [...form.querySelectorAll('.line')]
      .map(row => [row.dataset.sku, row.querySelector('[name=demand]').value])
      .filter(([, demand]) => demand !== ''),
    limit: limit.value,
  });
  function keep() {
    sessionStorage.setItem(place, JSON.stringify({ version: form.elements.version.value, lines: lines() }));
  }

  const makeReady = scope => scope.querySelectorAll('.step').forEach(button => { button.hidden = false; });
  makeReady(form);
  form.classList.add('scripted');

  form.addEventListener('input', event => {
    event.target.removeAttribute('aria-invalid');
    if (event.target.name === 'demand' || event.target === limit) reckon();
    keep();
  });
  form.addEventListener('change', event => {
    if (event.target.name === 'demand') choose(event.target.closest('.line'));
  });
  form.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (!button) return;
    const row = button.closest('.line');
    if (button.dataset.step) {
      const field = row.querySelector('[name=demand]');
      field.value = String(Math.min(1000000, Math.max(0, cartons(row) + Number(button.dataset.step))));
      choose(row);
      button.focus();
    } else if (row && row.parentElement === chosen && button.name === 'act') {
      event.preventDefault();
      const what = button.value.split(':')[0];
      if (what === 'up' && row.previousElementSibling) row.previousElementSibling.before(row);
      if (what === 'down' && row.nextElementSibling) row.nextElementSibling.after(row);
      if (what === 'remove') {
        const next = row.nextElementSibling || row.previousElementSibling;
        row.querySelector('[name=demand]').value = '';
        row.classList.remove('chosen');
        row.querySelector('.grip').remove();
        const others = document.querySelector('#others .lines');
        if (others) others.prepend(row); else row.remove();
        (next ? next.querySelector('[name=demand]') : document.getElementById('q')).focus();
      } else {
        button.focus();
      }
      reckon();
      keep();
    }
  });
  // Enter in a quantity is no submission.
  form.addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.target.name === 'demand') {
      event.preventDefault();
      choose(event.target.closest('.line'));
    }
  });

  let dragged = null;
  chosen.addEventListener('pointerdown', event => {
    if (!event.target.classList.contains('grip')) return;
    dragged = event.target.closest('.line');
    dragged.classList.add('dragged');
    event.target.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  chosen.addEventListener('pointermove', event => {
    if (!dragged) return;
    for (const row of chosen.children) {
      if (row === dragged) continue;
      const box = row.getBoundingClientRect();
      if (event.clientY > box.top && event.clientY < box.bottom) {
        const isAbove = event.clientY < box.top + box.height / 2;
        if (isAbove ? row.previousElementSibling !== dragged : row.nextElementSibling !== dragged) {
          if (isAbove) row.before(dragged); else row.after(dragged);
        }
        break;
      }
    }
  });
  const drop = () => {
    if (dragged) dragged.classList.remove('dragged');
    dragged = null;
    keep();
  };
  chosen.addEventListener('pointerup', drop);
  chosen.addEventListener('pointercancel', drop);

  document.body.addEventListener('htmx:afterSwap', () => {
    const others = document.getElementById('others');
    for (const row of others.querySelectorAll('.line')) {
      const isThere = [...chosen.children].some(line => line.dataset.sku === row.dataset.sku);
      if (isThere) row.remove();
    }
    makeReady(others);
  });

  // What was typed and not submitted can be taken up again, until the order is stored anew.
  const kept = document.getElementById('kept');
  const shown = stored ? lines() : null;
  const draft = JSON.parse(sessionStorage.getItem(place) || 'null');
  if (!stored) {
    keep();
  } else if (draft && draft.version === form.elements.version.value && JSON.stringify(draft.lines) !== JSON.stringify(shown)) {
    kept.hidden = false;
    document.getElementById('forget').addEventListener('click', () => {
      sessionStorage.removeItem(place);
      kept.hidden = true;
    });
    document.getElementById('take-up').addEventListener('click', () => {
      for (const field of [...form.querySelectorAll('[name=sku], [name=demand]')]) field.remove();
      for (const [sku, demand] of draft.lines.quantities) {
        for (const [name, value] of [['sku', sku], ['demand', demand]]) {
          const field = document.createElement('input');
          Object.assign(field, { type: 'hidden', name, value });
          form.append(field);
        }
      }
      limit.value = draft.lines.limit;
      form.submit();
    });
  }

  // By the clock of the service: that of a phone may be wrong. Days are said by the date beside it.
  const countdown = document.querySelector('.countdown');
  const TWO_DAYS = 2 * 24 * 60 * 60;
  if (countdown && Number(countdown.dataset.seconds) < TWO_DAYS) {
    const end = performance.now() / 1000 + Number(countdown.dataset.seconds);
    const twoDigits = number => String(number).padStart(2, '0');
    const tick = () => {
      const seconds = Math.max(0, Math.floor(end - performance.now() / 1000));
      const minutes = Math.floor(seconds / 60);
      const time = `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}:${twoDigits(seconds % 60)}`;
      countdown.textContent = countdown.dataset.said.replace('{time}', time);
    };
    tick();
    setInterval(tick, 1000);
  }
})();
