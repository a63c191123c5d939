// Makes the form of an order quicker to use; without it everything works by its buttons.
(() => {
  const form = document.getElementById('order');
  if (!form) return;
  const chosen = document.getElementById('lines');
  const sums = document.getElementById('sums');
  const language = document.documentElement.lang;
  const cartons = row => {
    const typed = row.querySelector('[name=demand]').value.trim();
    return /^[0-9]{1,7}$/.test(typed) ? Number(typed) : 0;
  };
  const say = number => number.toLocaleString(language);

  const reckon = () => {
    const rows = [...form.querySelectorAll('.line')];
    const asked = rows.reduce((sum, row) => sum + cartons(row), 0);
    document.getElementById('asked').textContent = say(asked);
    if (sums.dataset.left !== undefined) {
      const left = Number(sums.dataset.left);
      const over = Math.max(0, asked - left);
      document.getElementById('within').value = asked - over;
      const beyond = document.getElementById('beyond');
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
    }
    document.getElementById('no-lines').hidden = chosen.children.length > 0;
  };

  // A line is in the order as soon as a quantity stands beside it, behind those that were there.
  const choose = row => {
    if (row.querySelector('[name=demand]').value.trim() !== '' && row.parentElement !== chosen) {
      const focused = document.activeElement;
      const grip = document.createElement('span');
      grip.className = 'grip';
      grip.textContent = '⠿';
      grip.setAttribute('aria-hidden', 'true');
      row.querySelector('.line-what').prepend(grip);
      row.classList.add('chosen');
      chosen.append(row);
      if (row.contains(focused)) focused.focus();
    }
    reckon();
  };

  const makeReady = scope => scope.querySelectorAll('.step').forEach(button => { button.hidden = false; });
  makeReady(form);
  form.classList.add('scripted');

  form.addEventListener('input', event => { if (event.target.name === 'demand') reckon(); });
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
  const drop = () => { if (dragged) dragged.classList.remove('dragged'); dragged = null; };
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

  // What was typed is not lost by a slip.
  let isSent = false;
  let isTouched = false;
  form.addEventListener('input', () => { isTouched = true; });
  form.addEventListener('submit', () => { isSent = true; });
  window.addEventListener('beforeunload', event => { if (isTouched && !isSent) event.preventDefault(); });

  // By the clock of the service: that of a phone may be wrong. Days are said by the date beside it.
  const countdown = document.querySelector('.countdown');
  const TWO_DAYS = 2 * 24 * 60 * 60;
  if (countdown && Number(countdown.dataset.seconds) < TWO_DAYS) {
    const end = performance.now() / 1000 + Number(countdown.dataset.seconds);
    const twoDigits = number => String(number).padStart(2, '0');
    const tick = () => {
      const seconds = Math.max(0, Math.floor(end - performance.now() / 1000));
      const minutes = Math.floor(seconds / 60);
      countdown.textContent = `(${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}:${twoDigits(seconds % 60)})`;
    };
    tick();
    setInterval(tick, 1000);
  }
})();
