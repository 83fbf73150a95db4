// Copies an address at a click. Without this script it is there to be selected by hand.
(() => {
  "use strict";

  for (const row of document.querySelectorAll("[data-copied]")) {
    const button = row.querySelector("button[data-copy]");
    const field = row.querySelector("input");
    button.hidden = false;
    button.addEventListener("click", async () => {
      field.select();
      try {
        await navigator.clipboard.writeText(field.value);
      } catch {
        document.execCommand("copy");
      }
      row.querySelector("[role=status]").textContent = row.dataset.copied;
    });
  }
})();
