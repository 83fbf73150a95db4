// Copies the text of a field at a click, and says so. Without this script it is there to be selected by hand.
(() => {
  "use strict";

  for (const button of document.querySelectorAll("[data-copied] button[data-copy]")) {
    const place = button.closest("[data-copied]");
    const field = document.getElementById(button.dataset.copy);
    button.hidden = false;
    button.addEventListener("click", async () => {
      field.select();
      try {
        await navigator.clipboard.writeText(field.value);
      } catch {
        document.execCommand("copy");
      }
      place.querySelector("[role=status]").textContent = place.dataset.copied;
      place.dispatchEvent(new Event("copied"));
    });
  }
})();
