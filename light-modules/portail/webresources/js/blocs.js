// Blocks of a page that come to life: a film of another site stands in the page once it is asked for, and a short form opens where
// it is announced. Without this script both are links.
(() => {
  "use strict";

  // each block names this script, and once is enough
  if (document.documentElement.hasAttribute("data-blocs")) {
    return;
  }
  document.documentElement.setAttribute("data-blocs", "");

  // ---- films

  const show = (ask) => {
    const frame = document.createElement("iframe");
    frame.src = ask.dataset.lecteur;
    frame.title = ask.dataset.titre;
    frame.allow = "autoplay; fullscreen; picture-in-picture";
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-popups allow-presentation allow-forms");
    ask.closest(".film-screen").replaceChildren(frame);
    frame.focus();
  };

  for (const ask of document.querySelectorAll("a[data-lecteur]")) {
    // it leads nowhere any more: it does something here
    ask.setAttribute("role", "button");
    ask.addEventListener("click", (event) => {
      if (!(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)) {
        event.preventDefault();
        show(ask);
      }
    });
    ask.addEventListener("keydown", (event) => {
      if (event.key === " ") {
        event.preventDefault();
        show(ask);
      }
    });
  }

  // ---- forms

  const NAMED = ["for", "aria-describedby", "aria-labelledby", "aria-controls"];

  // two forms of one page would name their fields alike
  const renamed = (form, prefix) => {
    for (const one of form.querySelectorAll("[id]")) {
      one.id = prefix + one.id;
    }
    for (const name of NAMED) {
      for (const one of form.querySelectorAll(`[${name}]`)) {
        one.setAttribute(name, one.getAttribute(name).split(/\s+/).map((id) => prefix + id).join(" "));
      }
    }
    return form;
  };

  const open = async (way, number) => {
    const answer = await fetch(way.dataset.formulaire, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const form = page.querySelector("main .form-sheet form.form");
    if (!answer.ok || !form || new URL(form.getAttribute("action"), location.href).origin !== location.origin) {
      return;
    }
    const told = page.querySelector("main .form-sheet > .status");
    way.replaceWith(...[told, renamed(form, `bloc-${number}-`)].filter(Boolean).map((one) => document.adoptNode(one)));
  };

  const ways = [...document.querySelectorAll("[data-formulaire]")];
  const near = new IntersectionObserver(
    (seen) => {
      for (const { target } of seen.filter((one) => one.isIntersecting)) {
        near.unobserve(target);
        // where it does not come, the link stays
        open(target, ways.indexOf(target)).catch(() => {});
      }
    },
    { rootMargin: "400px" },
  );
  ways.forEach((way) => near.observe(way));
})();
