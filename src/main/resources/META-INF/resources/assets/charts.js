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
    place.style.height = `${rows.length * (drawn.length > 1 ? 44 : 32) + (drawn.length > 1 ? 84 : 48)}px`;
    const chart = echarts.init(place, null, { renderer: 'canvas' });
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: font, fontSize: 14 },
      aria: { enabled: false, decal: { show: drawn.length > 1 } },
      grid: { left: 8, right: 64, top: drawn.length > 1 ? 40 : 8, bottom: 8, containLabel: true },
      legend: drawn.length > 1 ? { top: 0, left: 0 } : undefined,
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: value => `${say(value)} ${unit}` },
      xAxis: { type: 'value', max: isShare ? 100 : undefined, axisLabel: { formatter: value => `${say(value)}${unit && ' ' + unit}`, hideOverlap: true } },
      yAxis: {
        type: 'category', inverse: true, data: rows.map(row => row.cells[0].textContent.trim()),
        axisLabel: { width: Math.min(220, place.clientWidth / 3), overflow: 'truncate' },
      },
      series: drawn.map(({ cell, at }, index) => ({
        type: 'bar', name: cell.textContent.trim(), barMaxWidth: 22,
        itemStyle: { color: COLOURS[index] },
        label: { show: true, position: 'right', formatter: ({ value }) => `${say(value)}${unit && ' ' + unit}` },
        data: rows.map(row => ({
          value: Number(row.cells[at].dataset.value),
          itemStyle: COLOUR_OF[row.dataset.key] ? { color: COLOUR_OF[row.dataset.key] } : undefined,
        })),
      })),
    });
    new ResizeObserver(() => chart.resize()).observe(place);
  };
  document.querySelectorAll('[data-chart]').forEach(draw);
})();
