// Keeps the sum of a re-balancing and the drift of its ceilings in sight while totals are typed; without it saving shows them.
(() => {
  const form = document.getElementById('balance');
  if (!form) return;
  const language = document.documentElement.lang;
  const signed = number => number.toLocaleString(language, { signDisplay: 'exceptZero' });
  const plain = field => field.value.normalize('NFKC').trim();
  // In whole numbers until the end, as the rules reckon: floor(T * (100 + f) / 100).
  const ceiling = (total, percent) => Math.floor(Math.round(total * (100 + percent) * 1e6) / 1e8);

  // A shop that is only typed yet is known by the list it was chosen from.
  const know = row => {
    const field = row.querySelector('input[list]');
    if (!field) return;
    const licence = plain(field).split(/\s/)[0];
    const option = licence && [...field.list.options].find(each => each.value.split(' ')[0] === licence);
    for (const name of ['total', 'percent', 'demand']) {
      if (option) row.dataset[name] = option.dataset[name];
      else delete row.dataset[name];
    }
  };
  const show = (row, place, text) => {
    const element = row.querySelector(place);
    if (element) element.textContent = text;
  };

  const reckon = () => {
    form.querySelectorAll('.balance-line').forEach(know);
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
      show(row, '.change', signed(after - before));
      show(row, '.ceiling', ceiling(after, Number(row.dataset.percent)).toLocaleString(language));
      const demand = Number(row.dataset.demand);
      if (demand > 0) {
        show(row, '.fit', (after / demand).toLocaleString(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }));
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
