// « Faire passer »: the sheet of the phone, where it has one; tells how often something was passed on. Texts are copied by copier.js.
(() => {
  "use strict";

  const kit = document.querySelector("details.pass-on");
  if (!kit) {
    return;
  }
  const address = kit.dataset.relays;
  const times = kit.querySelector(".pass-on-times");
  const relay = () => address && navigator.sendBeacon?.(address);
  const open = () => {
    kit.open = true;
    kit.scrollIntoView();
    kit.querySelector("summary").focus({ preventScroll: true });
  };

  for (const link of document.querySelectorAll("a[href='#passer']")) {
    link.addEventListener("click", async (event) => {
      event.preventDefault();
      const shared = { title: document.title, url: document.getElementById("passer-lien").value };
      if (!navigator.canShare?.(shared)) {
        open();
        return;
      }
      try {
        await navigator.share(shared);
        relay();
      } catch (error) {
        // who closes the sheet has changed their mind
        if (error.name !== "AbortError") {
          open();
        }
      }
    });
  }

  kit.addEventListener("copied", relay);
  for (const link of kit.querySelectorAll("[data-relay]")) {
    link.addEventListener("click", relay);
  }
  kit.addEventListener(
    "toggle",
    async () => {
      const answer = address && (await fetch(`${address}.json`));
      if (answer?.ok) {
        const count = (await answer.json()).relaye;
        const words = count === 0 ? kit.dataset.none : count === 1 ? kit.dataset.once : kit.dataset.often;
        times.textContent = words.replace("{0}", count);
      }
    },
    { once: true },
  );
})();
