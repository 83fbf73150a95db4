// The ticks of a checklist, kept in this browser and nowhere else. Without this script the boxes can still be ticked and printed.
(() => {
  "use strict";

  for (const list of document.querySelectorAll("[data-cases]")) {
    const key = `cases:${list.dataset.cases}`;
    const boxes = [...list.querySelectorAll("[data-case]")];
    let ticked = [];
    try {
      ticked = JSON.parse(localStorage.getItem(key)) ?? [];
    } catch {
      // a browser that keeps nothing: the page is a page
    }
    for (const box of boxes) {
      box.checked = ticked.includes(box.dataset.case);
      box.addEventListener("change", () => {
        const now = boxes.filter((one) => one.checked).map((one) => one.dataset.case);
        try {
          localStorage.setItem(key, JSON.stringify(now));
        } catch {
          // the same
        }
      });
    }
  }
})();
