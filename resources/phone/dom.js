// Pieces of the page. All text goes in by textContent: nothing that people write is ever markup.

export const find = (id) => document.getElementById(id);

export function make(tag, { text, on = {}, ...attributes } = {}, ...children) {
  const piece = document.createElement(tag);
  if (text !== undefined) piece.textContent = text;
  for (const [name, value] of Object.entries(attributes)) piece.setAttribute(name, value);
  for (const [event, listener] of Object.entries(on)) piece.addEventListener(event, listener);
  piece.append(...children);
  return piece;
}

export const button = (text, click, attributes = {}) =>
  make("button", { type: "button", text, on: { click }, ...attributes });

export function refill(piece, ...children) {
  piece.textContent = "";
  piece.append(...children);
}

export function setText(piece, text) {
  if (piece.textContent !== text) piece.textContent = text;
}

export function show(piece, isShown) {
  if (piece.hidden === isShown) piece.hidden = !isShown;
}

// Brings the children of `list` in line with `items`. A piece whose item says the same stays as it
// is, with the focus that may be in it. `key` names an item, `mark` tells whether it changed.
export function showList(list, items, { key, mark, draw }) {
  const known = new Map([...list.children].map((piece) => [piece.dataset.key, piece]));
  const focused = document.activeElement;
  const place = focused && focused.closest ? focused.closest("[data-key]") : null;
  let before = null;
  for (const item of items) {
    const name = String(key(item));
    const said = JSON.stringify(mark(item));
    let piece = known.get(name);
    if (!piece || piece.dataset.mark !== said) {
      const fresh = draw(item);
      fresh.dataset.key = name;
      fresh.dataset.mark = said;
      if (piece) {
        const index = place === piece ? buttonsOf(piece).indexOf(focused) : -1;
        piece.replaceWith(fresh);
        if (index >= 0 && buttonsOf(fresh)[index]) buttonsOf(fresh)[index].focus();
      }
      piece = fresh;
    }
    known.delete(name);
    const next = before ? before.nextSibling : list.firstChild;
    if (next !== piece) list.insertBefore(piece, next);
    before = piece;
  }
  for (const gone of known.values()) gone.remove();
}

const buttonsOf = (piece) => [...piece.querySelectorAll("button")];

export function timeOf(iso) {
  const when = new Date(iso);
  if (Number.isNaN(when.getTime())) return "";
  const two = (number) => String(number).padStart(2, "0");
  return `${two(when.getHours())}:${two(when.getMinutes())}`;
}
