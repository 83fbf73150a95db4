// « Faire passer »: copies a text at a click, and tells how often something was passed on. Without this script the texts are
// there to be selected by hand.
(() => {
  "use strict";

  const kit = document.querySelector("details.pass-on[data-relays]");
  if (!kit) {
    return;
  }
  const address = kit.dataset.relays;
  const times = kit.querySelector(".pass-on-times");
  const relay = () => navigator.sendBeacon?.(address);

  const copy = async (field) => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand("copy");
    }
    times.textContent = kit.dataset.copied;
    relay();
  };

  for (const button of kit.querySelectorAll("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(document.getElementById(button.dataset.copy)));
  }
  for (const link of kit.querySelectorAll("[data-relay]")) {
    link.addEventListener("click", relay);
  }
  kit.addEventListener(
    "toggle",
    async () => {
      const answer = await fetch(`${address}.json`);
      if (answer.ok) {
        const count = (await answer.json()).relaye;
        const words = count === 0 ? kit.dataset.none : count === 1 ? kit.dataset.once : kit.dataset.often;
        times.textContent = words.replace("{0}", count);
      }
    },
    { once: true },
  );
})();
