// Pictures, drawn from what their figures hold; the same is told in words beneath each.
"use strict";

const CLASS = "picture";
const DAY = 86400000;

const colour = (number) => `var(--c${Math.min(number, 8)})`;
const dayOf = (text) => new Date(`${text}T00:00:00Z`);
const shortened = (name, most) => (name.length > most ? `${name.slice(0, most - 1)}…` : name);

// Who held which position when: a lane for each source, time along the width, a colour for each position.
function lanes(figure, drawing) {
  const width = Math.max(280, figure.clientWidth);
  const letters = width < 600 ? 14 : 30;
  const bars = [];
  const dots = [];
  drawing.lanes.forEach((lane, row) => {
    lane.held.forEach(([number, days], at) => {
      const shift = (at - (lane.held.length - 1) / 2) * Math.min(5, 14 / lane.held.length);
      const told = { row, number, shift, name: lane.name };
      if (days.length > 1) bars.push({ ...told, from: dayOf(days[0]), to: dayOf(days.at(-1)) });
      days.forEach((day) => dots.push({ ...told, day: dayOf(day), text: `${lane.name}: position ${number}, ${day}` }));
    });
  });
  if (!dots.length) return null;
  const place = (mark) => mark.row + mark.shift / 24;
  const first = dayOf(drawing.first).getTime() - DAY / 2;
  const last = dayOf(drawing.last).getTime() + DAY / 2;
  return Plot.plot({
    className: CLASS,
    width,
    height: 44 + 24 * drawing.lanes.length,
    marginLeft: letters * 6.4 + 12,
    marginRight: 12,
    x: { type: "utc", domain: [first, last], label: null, grid: true },
    y: { domain: [-0.6, drawing.lanes.length - 0.4], axis: null, reverse: true },
    marks: [
      Plot.ruleY(drawing.lanes, { y: (_, at) => at, stroke: "currentColor", strokeOpacity: 0.12 }),
      Plot.text(drawing.lanes, {
        x: first, y: (_, at) => at, text: (lane) => shortened(lane.name, letters), dx: -8, textAnchor: "end",
      }),
      Plot.ruleY(bars, { y: place, x1: "from", x2: "to", stroke: (bar) => colour(bar.number), strokeWidth: 3 }),
      Plot.dot(dots, { y: place, x: "day", r: 4.5, fill: (dot) => colour(dot.number), title: "text" }),
    ],
  });
}

const DRAWN = { lanes };

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
