// Suggestions below the search box, as a combobox (ARIA APG, « list autocomplete with manual selection »).
// Without this script the box is a form like any other.
(() => {
  "use strict";
  const LEAST = 3;
  const PAUSE = 150;

  for (const box of document.querySelectorAll("input[data-suggestions]")) {
    const list = document.createElement("ul");
    list.id = `${box.id}-suggestions`;
    list.className = "suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", box.labels[0]?.textContent ?? "");
    list.hidden = true;
    box.form.append(list);
    box.setAttribute("role", "combobox");
    box.setAttribute("aria-autocomplete", "list");
    box.setAttribute("aria-controls", list.id);
    box.setAttribute("aria-expanded", "false");

    let pause = 0;
    let asked = "";

    const close = () => {
      list.hidden = true;
      box.setAttribute("aria-expanded", "false");
      box.removeAttribute("aria-activedescendant");
    };

    const active = () => list.querySelector("[aria-selected=true]");

    const activate = (option) => {
      active()?.setAttribute("aria-selected", "false");
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({block: "nearest"});
      box.setAttribute("aria-activedescendant", option.id);
    };

    const show = (found) => {
      list.replaceChildren(...found.map((one, index) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${index}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset.href = one.adresse;
        const title = document.createElement("span");
        title.textContent = one.titre;
        const kind = document.createElement("small");
        kind.textContent = one.genre;
        option.append(title, " ", kind);
        return option;
      }));
      list.hidden = found.length === 0;
      box.setAttribute("aria-expanded", String(found.length > 0));
      box.removeAttribute("aria-activedescendant");
    };

    const ask = async () => {
      const words = box.value.trim();
      asked = words;
      if (words.length < LEAST) {
        close();
        return;
      }
      try {
        const answer = await fetch(`${box.dataset.suggestions}?q=${encodeURIComponent(words)}`);
        const found = answer.ok ? await answer.json() : [];
        if (asked === words && document.activeElement === box) {
          show(found);
        }
      } catch {
        close();
      }
    };

    box.addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(ask, PAUSE);
    });
    box.addEventListener("blur", close);
    box.addEventListener("keydown", (event) => {
      const options = [...list.children];
      if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
      } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !list.hidden) {
        event.preventDefault();
        const step = event.key === "ArrowDown" ? 1 : -1;
        const from = options.indexOf(active());
        const start = from < 0 && step < 0 ? 0 : from;
        activate(options[(start + step + options.length) % options.length]);
      } else if (event.key === "Enter" && !list.hidden && active()) {
        event.preventDefault();
        location.assign(active().dataset.href);
      }
    });
    // before the box loses the focus, which closes the list
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) {
        location.assign(option.dataset.href);
      }
    });
  }
})();
