// A report's page: what is said in marked words stands near them in a card, and an address that names a statement lights all of its words.
"use strict";

const card = { of: null, leaving: 0, shown: null };

function saying(words) {
  clearTimeout(card.leaving);
  if (card.of === words) return;
  put(words);
}

// The card shows the entries of all statements of which the words are a part, the innermost first.
function put(words) {
  hide();
  const shown = document.createElement("div");
  shown.className = "saying";
  shown.id = "saying";
  shown.setAttribute("role", "tooltip");
  for (const statement of words.dataset.said.split(" ")) {
    const entry = document.getElementById(`of-${statement}`)?.cloneNode(true);
    if (!entry) continue;
    entry.querySelectorAll(".judge").forEach((form) => form.remove());
    const said = document.createElement("div");
    said.className = "entry";
    said.append(...entry.childNodes);
    shown.append(said);
  }
  document.body.append(shown);
  place(shown, words.getClientRects());
  shown.addEventListener("mouseenter", () => clearTimeout(card.leaving));
  shown.addEventListener("mouseleave", leave);
  words.setAttribute("aria-describedby", "saying");
  light(words.dataset.said.split(" ")[0], "near");
  Object.assign(card, { of: words, shown });
}

// Beneath the words, or above them where there is no room; never outside the page.
function place(shown, lines) {
  const last = lines[lines.length - 1];
  const room = document.documentElement.clientWidth - shown.offsetWidth - 8;
  const below = last.bottom + shown.offsetHeight + 8 < window.innerHeight;
  shown.style.left = `${window.scrollX + Math.max(8, Math.min(last.left, room))}px`;
  shown.style.top = `${window.scrollY + (below ? last.bottom + 4 : Math.max(4, lines[0].top - shown.offsetHeight - 4))}px`;
}

function hide() {
  clearTimeout(card.leaving);
  card.shown?.remove();
  card.of?.removeAttribute("aria-describedby");
  light("", "near");
  Object.assign(card, { of: null, shown: null });
}

function leave() {
  clearTimeout(card.leaving);
  card.leaving = setTimeout(hide, 250);
}

// All words of a statement, wherever they stand.
function light(statement, how) {
  const name = how === "near" ? "lit" : "aimed";
  document.querySelectorAll(`.said.${name}`).forEach((words) => words.classList.remove(name));
  if (!statement) return;
  document.querySelectorAll(`.text .said[data-said~="${CSS.escape(statement)}"]`).forEach((words) => words.classList.add(name));
}

function aim() {
  const aimed = decodeURIComponent(location.hash.slice(1)).replace(/^of-/, "");
  light(aimed.startsWith("st-") ? aimed : "", "aim");
}

const told = (event) => (event.target instanceof Element ? event.target.closest(".text [data-said]") : null);

document.addEventListener("mouseover", (event) => told(event) && saying(told(event)));
document.addEventListener("mouseout", (event) => told(event) && leave());
document.addEventListener("focusin", (event) => {
  if (told(event)?.matches(":focus-visible")) saying(told(event));
  else if (card.of && !event.target.closest(".saying")) hide();
});
document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
document.addEventListener("DOMContentLoaded", aim);
document.addEventListener("htmx:beforeSwap", hide);
document.addEventListener("htmx:afterSettle", aim);
window.addEventListener("hashchange", aim);
