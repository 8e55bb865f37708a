// Pictures, drawn from what their figures hold; the same is told in words beneath each.
"use strict";

const CLASS = "picture";
const DAY = 86400000;

const colour = (number) => `var(--c${Math.min(number, 8)})`;
const dayOf = (text) => new Date(`${text}T00:00:00Z`);
const shortened = (name, most) => (name.length > most ? `${name.slice(0, most - 1)}…` : name);

// Who held which position when: a lane for each source, time along the width, a colour and a number for each position.
function lanes(figure, drawing) {
  const width = Math.max(280, figure.clientWidth);
  const letters = width < 600 ? 14 : 30;
  const bars = [];
  const dots = [];
  drawing.lanes.forEach((lane, row) => {
    const taken = {};
    for (const [number, days] of lane.held) {
      if (days.length > 1) bars.push({ row, number, from: dayOf(days[0]), to: dayOf(days.at(-1)) });
      for (const day of days) {
        taken[day] = (taken[day] ?? -1) + 1;
        dots.push({ row, number, day: dayOf(day), beside: taken[day], told: `${lane.name}: position ${number}, ${day}` });
      }
    }
  });
  if (!dots.length) return null;
  const first = dayOf(drawing.first).getTime() - DAY / 2;
  const last = dayOf(drawing.last).getTime() + DAY / 2;
  const sets = d3.range(d3.max(dots, (dot) => dot.beside) + 1).map((at) => dots.filter((dot) => dot.beside === at));
  return Plot.plot({
    className: CLASS,
    width,
    height: 56 + 24 * drawing.lanes.length,
    marginBottom: 38,
    marginLeft: letters * 6.9 + 12,
    marginRight: 24,
    x: { type: "utc", domain: [first, last], label: null, grid: true, ticks: Math.min(width / 80, (last - first) / DAY) },
    y: { domain: [-0.6, drawing.lanes.length - 0.4], axis: null, reverse: true },
    marks: [
      Plot.ruleY(drawing.lanes, { y: (_, at) => at, stroke: "currentColor", strokeOpacity: 0.12 }),
      Plot.text(drawing.lanes, {
        x: first, y: (_, at) => at, text: (lane) => shortened(lane.name, letters), dx: -8, textAnchor: "end",
      }),
      Plot.ruleY(bars, { y: "row", x1: "from", x2: "to", stroke: (bar) => colour(bar.number), strokeWidth: 4 }),
      sets.map((set, at) => [
        Plot.dot(set, { y: "row", x: "day", r: 8, dx: 15 * at, fill: (dot) => colour(dot.number), title: "told" }),
        Plot.text(set, {
          y: "row", x: "day", dx: 15 * at, text: "number", fill: "var(--sheet)", fontWeight: 700, fontSize: 10, pointerEvents: "none",
        }),
      ]),
    ],
  });
}

// Which reports carry which utterances: these on the left, a dot for each report on its day in the lane of its outlet.
function origins(figure, drawing) {
  const width = Math.max(280, figure.clientWidth);
  const letters = width < 600 ? 11 : 34;
  const { utterances, lanes: outlets, dots } = drawing;
  const rows = Math.max(utterances.length, outlets.length, 3);
  const spoken = (number) => (number - 0.5) / utterances.length;
  const carried = (dot) => (dot.lane + 0.5) / outlets.length;
  const days = dots.map((dot) => dayOf(dot.day).getTime());
  const [first, last] = [Math.min(...days) - DAY / 2, Math.max(...days) + DAY / 2];
  const from = first - (last - first) * 0.08;
  const lines = dots.flatMap((dot) => dot.of.map((number) => ({ number, dot })));
  const names = utterances.map((name, at) => ({ name, number: at + 1 }));
  return Plot.plot({
    className: CLASS,
    width,
    height: 56 + 26 * rows,
    marginLeft: letters * 6.9 + 22,
    marginRight: (letters > 20 ? 24 : 9) * 6.9,
    marginBottom: 38,
    ariaHidden: "true",
    x: { type: "utc", domain: [from, last], label: null, ticks: Math.min(width / 110, (last - first) / DAY) },
    y: { domain: [0, 1], axis: null, reverse: true },
    marks: [
      Plot.ruleY(outlets, { y: (_, lane) => carried({ lane }), x1: first, x2: last, stroke: "currentColor", strokeOpacity: 0.12 }),
      Plot.text(outlets, {
        x: last, y: (_, lane) => carried({ lane }), text: (name) => shortened(name, letters > 20 ? 20 : 8), dx: 8, textAnchor: "start",
      }),
      Plot.link(lines, {
        x1: from, y1: (line) => spoken(line.number), x2: (line) => dayOf(line.dot.day), y2: (line) => carried(line.dot),
        stroke: (line) => colour(line.number), strokeWidth: 1.5, strokeOpacity: 0.7, curve: "bump-x",
      }),
      Plot.dot(dots, { x: (dot) => dayOf(dot.day), y: carried, r: 5, fill: "currentColor", title: "told" }),
      Plot.dot(names, { x: from, y: (one) => spoken(one.number), r: 8, fill: (one) => colour(one.number), title: "name" }),
      Plot.text(names, { x: from, y: (one) => spoken(one.number), text: "number", fill: "var(--sheet)", fontWeight: 700, fontSize: 10 }),
      Plot.text(names, { x: from, y: (one) => spoken(one.number), text: (one) => shortened(one.name, letters), dx: -14, textAnchor: "end" }),
    ],
  });
}

const DRAWN = { lanes, origins };

function draw(within) {
  within.querySelectorAll("[data-picture]").forEach((figure) => {
    const drawn = DRAWN[figure.dataset.picture](figure, JSON.parse(figure.dataset.drawing));
    figure.querySelector(`.${CLASS}`)?.remove();
    if (!drawn) return;
    drawn.setAttribute("aria-hidden", "true"); // the words beneath tell the same
    figure.prepend(drawn);
  });
}

document.addEventListener("DOMContentLoaded", () => draw(document));
document.addEventListener("htmx:afterSwap", () => draw(document));
let resized;
window.addEventListener("resize", () => {
  clearTimeout(resized);
  resized = setTimeout(() => draw(document), 120);
});
