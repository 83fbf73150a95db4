// The editor of pages: the page in its frame, and the outline or a form beside it. The forms work without scripts too.
import {dressed, patch, show} from "./pages-cadre.js";
import {fiche} from "./pages-fiche.js";
import {outline} from "./pages-plan.js";

const workshop = document.getElementById("atelier");
const frame = document.getElementById("cadre");
const body = workshop.querySelector(".atelier__corps");
const said = document.getElementById("dit");
const chosenLook = document.getElementById("voir-comme");
const editing = workshop.dataset.cadre;
let revision = document.getElementById("barre").dataset.revision;
let pressed = null;
let current = editing;
/** Words typed while a save was under way whose answer takes the place of the form. */
let unsent = [];
/** What the frame is to bring into sight once it has it. */
let sought = null;

const say = text => {
    said.textContent = "";
    requestAnimationFrame(() => (said.textContent = text));
};
const form = fiche(say);

// ---- beside the page

/** Opens something beside the page, as a link in the outline would. */
function open(query) {
    const link = document.createElement("a");
    link.href = `${workshop.dataset.adresse}?${query}`;
    link.hidden = true;
    document.getElementById("volet-dedans").append(link);
    htmx.process(link);
    link.click();
}

function beside() {
    const inside = document.getElementById("volet-dedans");
    if (inside.dataset.pret) return false;
    inside.dataset.pret = "oui";
    outline(inside, say);
    form.watch(inside);
    if (inside.querySelector("[data-riche]")) import("./editeur.js");
    const done = inside.querySelector("[data-fait]");
    if (done) say(done.dataset.fait);
    inside.querySelector("[data-choisir]")?.addEventListener("focus", event => event.target.select());
    look(inside.querySelector("[data-cadre]")?.dataset.cadre ?? chosenLook.value);
    readOnly();
    sought = inside.dataset.choisi;
    if (current === editing) show(frame.contentDocument, sought);
    return true;
}

/** Draws the page anew, as somebody else sees it or as it was. */
function look(address) {
    if (address === current) return;
    current = address;
    frame.src = current;
}

/** Nothing is offered in the page that could not be done. */
function readOnly() {
    const root = frame.contentDocument?.documentElement;
    root?.toggleAttribute("data-bocage-lecture", "lecture" in document.getElementById("volet-dedans").dataset);
}

/** What is missing leads to its field. */
function aimed(inside) {
    const field = document.getElementById(location.hash.slice(1));
    if (!inside.contains(field)) return false;
    history.replaceState(history.state, "", location.pathname + location.search);
    field.closest("details")?.setAttribute("open", "");
    field.focus();
    return document.activeElement === field;
}

/** The keyboard stays where the hand was: on the same button, the component that moved, or what is new. */
function place() {
    const inside = document.getElementById("volet-dedans");
    if (aimed(inside)) return;
    const alert = inside.querySelector("[data-bilan]");
    const again = pressed && document.getElementById(pressed);
    const chosen = inside.querySelector(".brique--choisie .brique__nom");
    const target = alert ?? inside.querySelector("#annuler")
        ?? (again && again.getAttribute("aria-disabled") !== "true" ? again : null)
        ?? chosen
        ?? inside.querySelector(".volet__titre");
    target?.focus({preventScroll: Boolean(alert) === false && target.matches(".volet__titre")});
    if (target?.matches(".volet__titre")) document.getElementById("volet").scrollTop = 0;
    pressed = null;
}

document.addEventListener("htmx:confirm", event => {
    pressed = document.activeElement?.id || null;
    // what is being typed goes first
    if (event.detail.elt.id === "fiche" || event.detail.elt.closest("#fiche") || !form.isDirty()) return;
    event.preventDefault();
    const {elt, triggeringEvent} = event.detail;
    form.save().then(saved => {
        if (!saved) return;
        // the save draws the bar anew
        if (elt.isConnected) event.detail.issueRequest(true);
        else pressAgain(elt, triggeringEvent?.submitter);
    });
});

/** Presses what stands in the bar now for what was pressed there; a comment typed in it comes along. */
function pressAgain(gone, submitter) {
    const bar = document.getElementById("barre");
    if (gone.matches("a")) {
        [...bar.querySelectorAll("a")].find(one => one.getAttribute("href") === gone.getAttribute("href"))?.click();
        return;
    }
    const gesture = one => one.querySelector("input[name=geste]")?.value;
    const there = [...bar.querySelectorAll("form")].find(one => gesture(one) === gesture(gone));
    if (!there) return;
    for (const typed of gone.querySelectorAll("textarea")) there.elements[typed.name].value = typed.value;
    there.requestSubmit(submitter?.value ? there.querySelector(`button[value="${submitter.value}"]`) : null);
}
document.addEventListener("htmx:beforeSwap", event => {
    const {xhr} = event.detail;
    // saved with what somebody else wrote meanwhile, which the form does not show yet
    const merged = xhr.status === 200 && event.detail.elt.id === "fiche" && xhr.responseText.includes('id="conflit-titre"');
    if (merged) {
        unsent = form.unsent();
        form.received();
    }
    if ((!merged && ![403, 409, 422].includes(xhr.status)) || !xhr.responseText.includes("volet-dedans")) return;
    event.detail.shouldSwap = true;
    event.detail.isError = false;
    // both versions of a conflict, or why nothing can be saved any more, take the place of the form
    if (event.detail.elt.id === "fiche" && xhr.status !== 422) {
        event.detail.target = document.getElementById("volet");
        event.detail.swapOverride = "innerHTML";
        event.detail.selectOverride = "#volet-dedans";
        // its state comes with it, and is not taken out for the form that goes
        event.detail.elt.removeAttribute("hx-select-oob");
    }
});
document.addEventListener("htmx:afterSettle", () => {
    const bar = document.getElementById("barre");
    if (bar.dataset.revision === revision) return;
    revision = bar.dataset.revision;
    refresh();
});
document.addEventListener("htmx:afterSwap", event => {
    if (event.target.id !== "volet") return;
    // a form that is done with is not what one comes back to
    if (event.detail.requestConfig.elt.id === "fini" && event.detail.successful) {
        history.replaceState(history.state, "", event.detail.xhr.responseURL);
        form.received();
    }
    if (!beside()) return;
    place();
    form.type(unsent);
    unsent = [];
    if (document.querySelector("#volet-dedans form[data-fiche], #volet-dedans .apports")) turn("volet");
});
document.addEventListener("htmx:responseError", event => {
    const status = event.detail.xhr.status;
    const expired = status === 401 || status === 403;
    if (expired) form.expire();
    const text = expired
        ? "Votre session est terminée. Reconnectez-vous dans un autre onglet : ce que vous avez écrit reste ici, et s’enregistrera."
        : status === 404
        ? "Cette page n’est plus à cette adresse : quelqu’un l’a déplacée ou supprimée. Ce que vous avez écrit reste ici : copiez-le avant de partir."
        : "Le serveur n’a pas pu répondre. Ce que vous avez écrit reste ici.";
    say(text);
    form.failed(text);
});
document.addEventListener("keydown", event => {
    if (event.key !== "Escape" || event.defaultPrevented || event.target.closest(".menu[open], .editeur, dialog")) return;
    document.querySelector("#volet-dedans .volet__retour a")?.click();
});

// ---- the page in its frame

function refresh() {
    if (current !== editing || form.isOfThePage()) {
        reload();
        return;
    }
    patch(frame, editing)
        .then(patched => (patched ? dress() : reload()))
        .catch(() => reload());
}

function reload() {
    const at = frame.contentWindow.scrollY;
    frame.addEventListener("load", () => frame.contentWindow.scrollTo({top: at, behavior: "instant"}), {once: true});
    frame.contentWindow.location.reload();
}

function dress() {
    const doc = frame.contentDocument;
    dressed(doc, workshop.dataset.adresse);
    readOnly();
    const chosen = document.getElementById("volet-dedans").dataset.choisi;
    show(doc, chosen, chosen === sought);
    sought = null;
}

/** Whether the frame has the page that is edited, and not somewhere else: a link that scripts of the page followed. */
function isEditing() {
    return current === editing && Boolean(frame.contentDocument?.location.search.includes("mgnlPreview=false"));
}

frame.addEventListener("load", () => {
    if (!isEditing()) return;
    const doc = frame.contentDocument;
    dress();
    doc.addEventListener("click", pick, true);
    doc.addEventListener("submit", event => event.preventDefault(), true);
});
if (frame.contentDocument?.readyState === "complete" && frame.contentDocument.location.href !== "about:blank") {
    frame.dispatchEvent(new Event("load"));
}

function pick(event) {
    // opens in the plan of a page what is folded there
    if (event.target.closest?.("summary")) return;
    event.preventDefault();
    event.stopPropagation();
    const target = event.target.closest?.("[data-bocage-ajout], [data-bocage-cle], [data-bocage-zone]");
    if (!target) {
        say("Cette partie de la page ne se modifie pas ici.");
        return;
    }
    const {bocageAjout: add, bocageCle: key, bocageFiche: has, bocageZone: zone} = target.dataset;
    if (add) open(`ajouter=${encodeURIComponent(add)}`);
    else if (key) open(`${has !== undefined ? "fiche" : "choisi"}=${encodeURIComponent(key)}`);
    else open(`choisi=${encodeURIComponent(zone)}`);
}

// ---- how one looks at it

function turn(what) {
    body.dataset.montre = what;
    for (const button of workshop.querySelectorAll("button[data-montre]")) {
        button.setAttribute("aria-pressed", String(button.dataset.montre === what));
    }
    if (what === "cadre" && isEditing()) dress();
}
for (const button of workshop.querySelectorAll("button[data-montre]")) {
    button.addEventListener("click", () => turn(button.dataset.montre));
}
for (const button of workshop.querySelectorAll("[data-largeur]")) {
    button.addEventListener("click", () => {
        frame.parentElement.dataset.largeur = button.dataset.largeur;
        workshop.querySelectorAll("button[data-largeur]").forEach(one => one.setAttribute("aria-pressed", String(one === button)));
    });
}
chosenLook.addEventListener("change", () => {
    look(chosenLook.value);
    turn("cadre");
});

beside();
