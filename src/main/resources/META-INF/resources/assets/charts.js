// Draws what stands in the tables of a page. The tables are the source: without this script nothing is missing but the picture.
(() => {
  if (!window.echarts) return;
  const COLOUR_OF = { LARGE: '#0b5a8a', MEDIUM: '#b45309', SMALL: '#17602a' };
  const COLOURS = ['#0b5a8a', '#b45309'];
  const language = document.documentElement.lang;
  const say = number => Number(number).toLocaleString(language);
  const font = getComputedStyle(document.body).fontFamily;

  const draw = place => {
    const table = document.getElementById(place.dataset.table);
    const heads = [...table.tHead.rows[0].cells];
    const drawn = heads.map((cell, at) => ({ cell, at })).filter(({ cell }) => 'drawn' in cell.dataset);
    const rows = [...table.tBodies[0].rows].slice(0, 25);
    if (rows.length === 0) { place.remove(); return; }
    const unit = place.dataset.unit || (place.dataset.chart === 'percent' || place.dataset.chart === 'classes' ? '%' : '');
    const isShare = unit === '%';
    const names = rows.map(row => row.cells[0].dataset.name ?? row.cells[0].textContent.trim());
    // A name is never cut, or two that begin alike would read alike: it goes on in the next line, and its row grows.
    const isNarrow = place.clientWidth < 480;
    const wide = text => [...text].reduce((sum, c) => sum + (c.codePointAt(0) > 0x2e80 ? 1.1 : 0.62), 0);
    // Short names leave their room to the bars.
    const widest = Math.max(...names.map(wide)) * 12 * 1.15 + 4;
    const nameWidth = Math.min(220, place.clientWidth * (isNarrow ? 0.42 : 0.33), widest);
    const lines = Math.max(...names.map(name => Math.ceil(wide(name) * 12 * 1.15 / nameWidth)));
    const rowHeight = Math.max(drawn.length > 1 ? 44 : 32, lines * 15 + 10);
    place.style.height = `${rows.length * rowHeight + (drawn.length > 1 ? 84 : 48)}px`;
    const chart = echarts.init(place, null, { renderer: 'canvas' });
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: font, fontSize: 14 },
      aria: { enabled: false, decal: { show: drawn.length > 1 } },
      grid: { left: 8, right: 64, top: drawn.length > 1 ? 40 : 8, bottom: 8, containLabel: true },
      legend: drawn.length > 1 ? { top: 0, left: 0 } : undefined,
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: value => `${say(value)} ${unit}` },
      xAxis: { type: 'value', max: isShare ? 100 : undefined, interval: isShare ? (isNarrow ? 50 : 20) : undefined, splitNumber: isNarrow ? 2 : 5, axisLabel: { formatter: value => `${say(value)}${unit && ' ' + unit}` } },
      yAxis: {
        type: 'category', inverse: true, data: names,
        axisLabel: { interval: 0, width: nameWidth, overflow: 'break', fontSize: 12, lineHeight: 15 },
      },
      series: drawn.map(({ cell, at }, index) => ({
        type: 'bar', name: cell.textContent.trim(), barMaxWidth: 22,
        itemStyle: { color: cell.dataset.colour || COLOURS[index] },
        label: { show: true, position: 'right', formatter: ({ value }) => `${say(value)}${unit && ' ' + unit}` },
        data: rows.map(row => ({
          // What is not known is no bar, and no nought.
          value: row.cells[at].dataset.value === '' ? '-' : Number(row.cells[at].dataset.value),
          itemStyle: COLOUR_OF[row.dataset.key] ? { color: COLOUR_OF[row.dataset.key] } : undefined,
        })),
      })),
    });
    new ResizeObserver(() => chart.resize()).observe(place);
  };
  document.querySelectorAll('[data-chart]').forEach(draw);
})();
