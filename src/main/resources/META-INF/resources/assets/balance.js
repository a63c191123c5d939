// Keeps the sum of a re-balancing and the drift of its ceilings in sight while totals are typed; without it saving shows them.
(() => {
  const form = document.getElementById('balance');
  if (!form) return;
  const language = document.documentElement.lang;
  const signed = number => number.toLocaleString(language, { signDisplay: 'exceptZero' });
  const plain = field => field.value.normalize('NFKC').trim();
  // In whole numbers until the end, as the rules reckon: floor(T * (100 + f) / 100).
  const ceiling = (total, percent) => Math.floor(Math.round(total * (100 + percent) * 1e6) / 1e8);

  const reckon = () => {
    let sum = 0;
    let drift = 0;
    for (const row of form.querySelectorAll('.balance-line[data-total]')) {
      const field = row.querySelector('[name=total]');
      const typed = plain(field);
      const isWhole = /^[0-9]{1,7}$/.test(typed);
      const isTouched = typed !== row.dataset.typed;
      const counts = isWhole && (row.dataset.live === 'yes' || isTouched);
      const before = Number(row.dataset.total);
      const after = isWhole ? Number(typed) : before;
      row.querySelector('.change').textContent = signed(after - before);
      const demand = Number(row.dataset.demand);
      if (demand > 0) {
        row.querySelector('.fit').textContent = (after / demand).toLocaleString(language, { maximumFractionDigits: 2 });
      }
      if (counts) {
        sum += after - before;
        drift += ceiling(after, Number(row.dataset.percent)) - ceiling(before, Number(row.dataset.percent));
      }
    }
    for (const id of ['sum', 'foot-sum']) {
      const place = document.getElementById(id);
      place.textContent = signed(sum);
      place.classList.toggle('off', sum !== 0);
    }
    for (const id of ['drift', 'foot-drift']) {
      document.getElementById(id).textContent = signed(drift);
    }
  };
  form.addEventListener('input', reckon);
  reckon();
})();
