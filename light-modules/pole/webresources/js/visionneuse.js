// The photos of an album one after the other, in a dialog. Without this script each is a link to its large picture.
(() => {
  "use strict";
  const wall = document.querySelector("[data-viewer]");
  if (!wall || typeof HTMLDialogElement === "undefined") return;
  const links = [...wall.querySelectorAll("a[data-photo]")];
  const words = wall.dataset;
  let at = 0;

  const make = (tag, name, text) => {
    const element = document.createElement(tag);
    element.className = name;
    if (text) element.textContent = text;
    return element;
  };
  const button = (name, text) => {
    const element = make("button", name, text);
    element.type = "button";
    return element;
  };

  const dialog = make("dialog", "viewer");
  dialog.setAttribute("aria-label", words.viewer);
  const picture = make("img", "viewer-picture");
  const caption = make("p", "viewer-caption");
  const place = make("p", "viewer-place");
  place.setAttribute("role", "status");
  const before = button("button", words.before);
  const after = button("button", words.after);
  const close = button("button viewer-close", words.close);
  const steps = make("div", "viewer-steps");
  steps.append(before, after);
  dialog.append(close, picture, caption, place, steps);
  document.body.append(dialog);

  const show = index => {
    at = (index + links.length) % links.length;
    const link = links[at];
    picture.src = link.href;
    picture.alt = link.querySelector("img")?.alt ?? "";
    caption.textContent = link.closest("figure").querySelector("[data-caption]")?.textContent.trim() ?? "";
    place.textContent = `${at + 1} / ${links.length}`;
    before.hidden = after.hidden = links.length < 2;
  };

  links.forEach((link, index) => link.addEventListener("click", event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(index);
    dialog.showModal();
    close.focus();
    // « back », which a phone has at hand, closes the photo and not the album
    history.pushState({viewer: true}, "");
  }));
  window.addEventListener("popstate", () => dialog.close());
  before.addEventListener("click", () => show(at - 1));
  after.addEventListener("click", () => show(at + 1));
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", event => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("keydown", event => {
    if (event.key === "ArrowLeft") show(at - 1);
    else if (event.key === "ArrowRight") show(at + 1);
    else return;
    event.preventDefault();
  });
  // Esc closes by itself; the focus is back on the picture one was looking at
  dialog.addEventListener("close", () => {
    if (history.state?.viewer) history.back();
    links[at].focus();
  });
})();
