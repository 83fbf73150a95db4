// What makes the private space nicer where scripts run. Every screen works without them.
import {counters} from "./compteurs.js";
import {passkeys} from "./cles.js";
import {keepers} from "./garde.js";
import {conditions} from "./demandes.js";
import {alternatives, besidesPictures, colours, directSends, each, foundChoices, growing, narrowing, searches, singleSend, uploads} from "./formulaires.js";
import {files} from "./photos.js";
import {compare} from "./differences.js";
import {advice} from "./reperes.js";
import {keys} from "./touches.js";

document.documentElement.classList.add("js");

// The drawing is for the forms that ask where something is.
function places(root) {
    const blocks = [...each(root, "[data-endroit]")];
    if (blocks.length) import("./endroit.js").then(({place}) => blocks.forEach(place));
}

function enhance(root) {
    for (const part of [advice, counters, growing, alternatives, colours, directSends, searches, foundChoices, narrowing, files, uploads, besidesPictures, conditions, places]) part(root);
}

// After a post the first thing read is what came of it: what is wrong, else what was done.
const wrong = document.querySelector("[data-bilan]");
const done = location.hash ? null : document.querySelector(".annonce__texte");
if (wrong) wrong.focus();
else if (document.activeElement === document.body) done?.focus({preventScroll: true});

// What stands beside the rest where there is room is open there.
if (matchMedia("(min-width: 1200px)").matches) for (const beside of document.querySelectorAll("[data-ouvert-large]")) beside.open = true;

// What an address names is open.
if (location.hash.length > 1) document.getElementById(location.hash.slice(1))?.closest("details")?.setAttribute("open", "");

// One menu, closed by Escape, by a click elsewhere, and when the keyboard goes on: it would cover what has the focus.
for (const menu of document.querySelectorAll("[data-repli]")) {
    document.addEventListener("click", event => {
        if (!menu.contains(event.target)) menu.open = false;
    });
    menu.addEventListener("focusout", event => {
        if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
    });
    menu.addEventListener("keydown", event => {
        if (event.key === "Escape" && menu.open) {
            menu.open = false;
            menu.querySelector("summary").focus();
        }
    });
}

// In a demo, choosing an account fills the form.
for (const account of document.querySelectorAll("[data-compte]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = account.dataset.compte;
    button.addEventListener("click", () => {
        document.getElementById("username").value = account.dataset.compte;
        document.getElementById("password").value = account.dataset.passe;
        document.querySelector("form button[type=submit]").focus();
    });
    account.replaceWith(button);
}

// « Précédent » after a new item was saved comes back to that item, and makes no second one.
const fresh = document.querySelector("form[data-nouveau]");
if (fresh) {
    const here = new URL(location.href);
    here.searchParams.set("brouillon", fresh.elements.jeton.value);
    history.replaceState(history.state, "", here);
}
const token = fresh && new URL(location.href).searchParams.get("partage");

enhance(document);
keepers();
singleSend();
compare();
keys();
passkeys();
// what a telephone shared, where the form has just been opened with it
if (token && !document.querySelector("[data-bilan]")) import("./partage.js").then(({shared}) => shared(fresh, token));

// A block that htmx brought back is a new one.
document.addEventListener("htmx:afterSwap", event => {
    const block = event.target;
    // htmx tells of the block, and again of what came beside it; where nothing was swapped, what stands there is made nicer already
    if (block.id !== event.detail.target?.id || event.detail.requestConfig?.elt?.getAttribute("hx-swap") === "none") return;
    enhance(block);
    place(block, event.detail.requestConfig?.elt);
});

// After a gesture the keyboard stays where the hand was: in the new entry, or at the head of the block.
function place(block, pressed) {
    const [gesture] = (pressed?.value ?? "").split(":");
    if (pressed?.tagName !== "BUTTON") return;
    const added = gesture === "ajouter" && block.querySelector(".entree:last-of-type :is(input:not([type=hidden]), textarea, select)");
    const found = gesture === "chercher" && block.querySelector("input[type=search]");
    const head = block.querySelector("legend");
    if (head) head.tabIndex = -1;
    (added || found || head)?.focus();
}
