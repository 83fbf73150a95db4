// What a visitor chose, kept in this browser alone and sent nowhere: day or night, and their commune. It runs before the page
// is drawn; without it the page follows the device, and asks for no commune.
(() => {
  "use strict";
  const LIGHT = "bocage-lumiere";
  const COMMUNE = "bocage-commune";

  const read = (name) => {
    try {
      return localStorage.getItem(name) ?? "";
    } catch {
      return "";
    }
  };
  const keep = (name, value) => {
    try {
      if (value) {
        localStorage.setItem(name, value);
      } else {
        localStorage.removeItem(name);
      }
    } catch {
      // a browser that keeps nothing: the choice holds for this page
    }
  };

  const show = (light) => {
    if (light === "light" || light === "dark") {
      document.documentElement.dataset.scheme = light;
    } else {
      delete document.documentElement.dataset.scheme;
    }
  };
  show(read(LIGHT));

  const offerLight = (choice) => {
    const chosen = choice.querySelector(`input[value="${document.documentElement.dataset.scheme ?? "auto"}"]`);
    chosen.checked = true;
    choice.hidden = false;
    choice.addEventListener("change", (event) => {
      show(event.target.value);
      keep(LIGHT, event.target.value === "auto" ? "" : event.target.value);
    });
  };

  // « C'est ma commune » on the page of one
  const offerCommune = (button) => {
    const own = button.dataset.commune;
    const tell = () => button.setAttribute("aria-pressed", String(read(COMMUNE) === own));
    tell();
    button.hidden = false;
    button.addEventListener("click", () => {
      keep(COMMUNE, read(COMMUNE) === own ? "" : own);
      tell();
    });
  };

  // the way there from other pages: its link is among those of all communes
  const showCommune = (place) => {
    const own = [...document.querySelectorAll(".communes a")].find((one) => one.pathname.endsWith(`/${read(COMMUNE)}`));
    if (read(COMMUNE) && own) {
      const link = place.querySelector("a");
      link.href = own.href;
      link.querySelector("strong").textContent = own.textContent;
      place.hidden = false;
    }
  };

  const whenRead = (work) =>
    document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", work) : work();
  whenRead(() => {
    document.querySelectorAll("[data-light]").forEach(offerLight);
    document.querySelectorAll("button[data-commune]").forEach(offerCommune);
    document.querySelectorAll("[data-own-commune]").forEach(showCommune);
  });
})();
