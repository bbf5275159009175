// Draws the chart of a figure from the table inside it: the table is the truth, the chart a second look at it.
import { BarController, BarElement, CategoryScale, Chart, LineController, LineElement, LinearScale, PointElement } from 'chart.js';
import { labels, stripes } from './chart-marks.js';

Chart.register(BarController, BarElement, CategoryScale, LineController, LineElement, LinearScale, PointElement, labels);

const SHAPES = ['circle', 'rect', 'triangle', 'rectRot', 'star', 'crossRot'];
const DASHES = [[], [6, 3], [2, 3], [8, 3, 2, 3], [1, 2], [10, 4]];

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

const colours = () => ['--accent', '--warn', '--ok', '--calm', '--danger', '--muted'].map(colour);

function read(figure) {
  const table = figure.querySelector('table');
  const names = [...table.tHead.rows[0].cells].map((cell) => cell.textContent);
  const rows = [...table.tBodies[0].rows].filter((row) => !row.classList.contains('total'));
  const series = figure.dataset.chartSeries.split(',').map(Number);
  return {
    names: rows.map((row) => row.cells[0].textContent.trim()),
    series: series.map((at) => ({
      label: names[at],
      data: rows.map((row) => (row.cells[at].dataset.value === undefined ? null : Number(row.cells[at].dataset.value))),
      said: rows.map((row) => row.cells[at].dataset.said ?? row.cells[at].textContent.trim()),
    })),
    target: figure.dataset.chartTarget ? Number(figure.dataset.chartTarget) : null,
  };
}

function marked(series, at) {
  const hue = colours()[at];
  return { ...series, borderColor: hue, backgroundColor: hue, pointStyle: SHAPES[at], pointRadius: 6, borderDash: DASHES[at], borderWidth: 2 };
}

// Shares near each other: marks on a scale that says where it begins.
function dots({ names, series, target }) {
  const all = series.flatMap((each) => each.data).filter((value) => value !== null);
  const low = Math.max(0, Math.floor(Math.min(...all, target ?? 100)) - 1);
  return {
    type: 'line',
    data: { labels: names, datasets: series.map((each, at) => ({ ...marked(each, at), showLine: false })) },
    options: { indexAxis: 'y', scales: { x: { min: low, max: 100 }, y: { offset: true } }, marks: { target, side: 'row' } },
  };
}

function lines({ names, series }) {
  return {
    type: 'line',
    data: { labels: names, datasets: series.map((each, at) => ({ ...marked(each, at), pointRadius: 4 })) },
    options: { scales: { y: { beginAtZero: true, ticks: { precision: 0 } } }, marks: { side: 'end' } },
  };
}

// A value over time, near its target: the scale begins where the values do, and says so.
function trend({ names, series, target }) {
  const all = [...series.flatMap((each) => each.data), target].filter((value) => value !== null);
  const room = Math.max(1, (Math.max(...all) - Math.min(...all)) * 0.1);
  return {
    type: 'line',
    data: { labels: names, datasets: series.map((each, at) => ({ ...marked(each, at), pointRadius: 4 })) },
    options: { scales: { y: { min: Math.max(0, Math.floor(Math.min(...all) - room)), max: Math.ceil(Math.max(...all) + room) } }, marks: { target, side: 'end' } },
  };
}

function pareto({ names, series }) {
  const [counts, together] = series;
  return {
    data: { labels: names, datasets: [
      { ...marked(together, 1), type: 'line', indexAxis: 'y', xAxisID: 'share' },
      { ...marked(counts, 0), type: 'bar', backgroundColor: stripes(colours()[0]), borderDash: [] },
    ] },
    options: { indexAxis: 'y', marks: { side: 'row' }, scales: {
      x: { beginAtZero: true, ticks: { precision: 0 } }, share: { position: 'top', min: 0, max: 100, grid: { drawOnChartArea: false } } } },
  };
}

function height(kind, { names, series }) {
  return kind === 'line' || kind === 'trend' ? 280 : 70 + names.length * (kind === 'dots' ? 18 * series.length + 10 : 30);
}

export async function mount(figure) {
  const kind = figure.dataset.chart;
  const content = read(figure);
  const box = document.createElement('div');
  box.className = 'chart-box';
  const canvas = document.createElement('canvas');
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', figure.querySelector('figcaption').textContent);
  box.append(canvas);
  figure.querySelector('figcaption').after(box);
  box.style.height = `${height(kind, content)}px`;
  const config = { dots, line: lines, trend, pareto }[kind](content);
  const ink = colour('--bs-body-color') || '#1b2733';
  Chart.defaults.color = ink;
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  config.options = { ...config.options, animation: false, maintainAspectRatio: false, responsive: true, layout: { padding: { right: kind === 'line' || kind === 'trend' ? 140 : 70 } } };
  new Chart(canvas, config);
}
