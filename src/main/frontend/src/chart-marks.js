// Values and names beside the marks, and a legend of shapes: nobody has to match colours.
const GAP = 9;

export function stripes(hue) {
  const tile = document.createElement('canvas');
  tile.width = tile.height = 8;
  const pen = tile.getContext('2d');
  pen.strokeStyle = hue;
  pen.lineWidth = 2;
  pen.beginPath();
  for (const at of [-4, 0, 4, 8]) {
    pen.moveTo(at, 8);
    pen.lineTo(at + 8, 0);
  }
  pen.stroke();
  return pen.createPattern(tile, 'repeat');
}

function target(chart, value) {
  const { ctx, chartArea, scales } = chart;
  const flat = chart.options.indexAxis !== 'y';
  const at = (flat ? scales.y : scales.x).getPixelForValue(value);
  ctx.setLineDash([5, 3]);
  ctx.strokeStyle = chart.options.color;
  ctx.beginPath();
  ctx.moveTo(flat ? chartArea.left : at, flat ? at : chartArea.top);
  ctx.lineTo(flat ? chartArea.right : at, flat ? at : chartArea.bottom);
  ctx.stroke();
}

function atRows(chart, ctx) {
  chart.data.datasets.forEach((series, at) => {
    // several marks of one row stand near each other: their values go above each other
    const several = chart.config.type === 'line' && chart.data.datasets.length > 1;
    chart.getDatasetMeta(at).data.forEach((mark, row) => {
      if (series.data[row] === null) return;
      const down = several ? (at - (chart.data.datasets.length - 1) / 2) * 15 : 0;
      ctx.fillText(`${series.said[row]}${several ? ` ${series.label}` : ''}`, mark.x + GAP, mark.y + down);
    });
  });
}

function atEnds(chart, ctx) {
  const ends = chart.data.datasets.filter((series) => series.data.some((value) => value !== null)).map((series) => {
    const at = chart.data.datasets.indexOf(series);
    const last = series.data.findLastIndex((value) => value !== null);
    const mark = chart.getDatasetMeta(at).data[last];
    return { text: `${series.label} ${series.said[last]}`, x: mark.x, y: mark.y };
  }).sort((a, b) => a.y - b.y);
  let free = -Infinity;
  for (const end of ends) {
    free = Math.max(free, end.y);
    ctx.fillText(end.text, end.x + GAP, free);
    free += 15;
  }
}

export const labels = {
  id: 'marks',
  afterDatasetsDraw(chart) {
    const { ctx } = chart;
    const marks = chart.config.options.marks ?? {};
    ctx.save();
    if (marks.target) target(chart, marks.target);
    ctx.setLineDash([]);
    ctx.fillStyle = chart.options.color;
    ctx.font = `12px ${chart.options.font.family}`;
    ctx.textBaseline = 'middle';
    (marks.side === 'end' ? atEnds : atRows)(chart, ctx);
    ctx.restore();
  },
};
