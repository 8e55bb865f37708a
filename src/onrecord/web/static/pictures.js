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
    ariaHidden: "true",
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

const DRAWN = { lanes };

function draw(within) {
  within.querySelectorAll("[data-picture]").forEach((figure) => {
    const drawn = DRAWN[figure.dataset.picture](figure, JSON.parse(figure.dataset.drawing));
    figure.querySelector(`.${CLASS}`)?.remove();
    if (drawn) figure.prepend(drawn);
  });
}

document.addEventListener("DOMContentLoaded", () => draw(document));
document.addEventListener("htmx:afterSwap", () => draw(document));
let resized;
window.addEventListener("resize", () => {
  clearTimeout(resized);
  resized = setTimeout(() => draw(document), 120);
});
