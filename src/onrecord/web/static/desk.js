// The review queue by keys: j and k move, digits answer, Enter opens the words, u undoes the last answer.
"use strict";

const doubts = () => [...document.querySelectorAll("#review .doubt")];

const judged = (event) => ["/judge", "/undo"].includes(event.detail.requestConfig?.path);

function current() {
  return document.activeElement.closest?.("#review .doubt") ?? null;
}

function go(step) {
  const all = doubts();
  const at = all.indexOf(current());
  const next = all[Math.min(Math.max(at + step, 0), all.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function answer(key) {
  const button = (current() ?? doubts()[0])?.querySelector(`button[data-key="${key}"]`);
  if (!button) return;
  const asked = button.dataset.asks ? document.getElementsByName(button.dataset.asks)[0] : null;
  if (asked && !asked.value) asked.focus();
  else button.click();
}

const keys = {
  j: () => go(1),
  ArrowDown: () => go(1),
  k: () => go(-1),
  ArrowUp: () => go(-1),
  u: () => document.querySelector(".judged .undo button")?.click(),
  Enter: () => current()?.querySelector("a.report")?.click(),
};

document.addEventListener("keydown", (event) => {
  if (!document.getElementById("review") && event.key !== "u") return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches?.("input, select, textarea")) {
    const asks = event.target.name && document.querySelector(`button[data-asks="${event.target.name}"]`);
    if (event.key === "Escape") (event.target.closest(".doubt") ?? doubts()[0])?.focus();
    else if (event.key === "Enter" && asks) asks.click();
    else return;
    event.preventDefault();
    return;
  }
  if (event.target.matches?.("a, button, summary") && event.key === "Enter") return;
  const act = /^[1-9]$/.test(event.key) ? () => answer(event.key) : keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

// What comes after an answer is there at once, and is where the keys are.
document.addEventListener("htmx:afterSettle", (event) => {
  if (judged(event)) doubts()[0]?.focus();
});

// What is wrong with an answer is shown like any page.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (!judged(event)) return;
  event.detail.shouldSwap = true;
  event.detail.isError = false;
});
