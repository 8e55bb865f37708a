// What the pages need of a script: the day slider, and keys.
"use strict";

const time = () => document.getElementById("time");

// The slider stands for the list of days: its last step is all that is on record.
function dayAt(step) {
  return time().dataset.days.split(" ")[step] ?? "";
}

function tell(step) {
  const slider = document.getElementById("slider");
  const counts = time().dataset.counts.split(" ").map(Number);
  const reports = counts.slice(0, Number(step) + 1).reduce((sum, count) => sum + count, 0);
  const day = dayAt(step) || "all that is on record";
  slider.setAttribute("aria-valuetext", day);
  document.getElementById("reach").value = dayAt(step) ? `${day}: ${reports} reports` : day;
}

function move(step, at) {
  const day = document.getElementById("day");
  day.value = dayAt(step);
  tell(step);
  clearTimeout(move.waiting);
  move.waiting = setTimeout(() => htmx.trigger(time(), "moved"), at);
}

function ready() {
  const slider = document.getElementById("slider");
  if (!slider) return;
  slider.hidden = false;
  slider.addEventListener("input", () => move(slider.value, 150));
  document.getElementById("day").addEventListener("change", (event) => {
    const step = time().dataset.days.split(" ").indexOf(event.target.value);
    slider.value = step < 0 ? slider.max : step;
    move(slider.value, 0);
  });
}

document.addEventListener("DOMContentLoaded", ready);
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !event.target.closest("input, select, textarea") && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    document.getElementById("q").focus();
  }
});
