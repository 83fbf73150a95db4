// The form beside the page: saved while one types, never lost.
import {keep} from "./garde.js";

const PAUSE = 900;
const AGAIN = 8000;

export function fiche(say) {
    let dirty = false;
    /** A save waits for what was asked before it: it takes with it all that is typed until it leaves. */
    let asked = false;
    let timer;
    let waiting = [];
    let expired = false;
    let watched = null;
    let typedIn = new Set();
    const present = () => document.getElementById("fiche");

    function later(pause) {
        clearTimeout(timer);
        timer = setTimeout(send, pause);
    }
    function send() {
        clearTimeout(timer);
        if (!present() || !dirty || asked) return;
        asked = true;
        htmx.trigger("#fiche", "garder");
    }
    /** The copy in this browser is needed no more. */
    function received() {
        watched?.dispatchEvent(new Event("garde:recu"));
    }
    function settle(saved) {
        waiting.forEach(done => done(saved));
        waiting = [];
    }
    function tell(text) {
        const place = document.getElementById("fiche-etat");
        if (!place) return;
        place.classList.add("fiche-page__etat--non");
        place.dataset.etat = "refuse";
        let line = place.querySelector("p");
        line ??= place.appendChild(document.createElement("p"));
        line.textContent = text;
    }

    document.addEventListener("htmx:configRequest", event => {
        // a file goes once, with the button, and so do the words that are noted at it in the library
        if (event.detail.elt.id !== "fiche") return;
        // htmx sends the button that has the focus along, which nobody has pressed
        for (const button of ["fini", "action"]) event.detail.formData.delete(button);
        for (const control of event.detail.elt.querySelectorAll("[data-envoi-photo] [name]")) event.detail.formData.delete(control.name);
        for (const [name, value] of [...event.detail.formData.entries()]) if (value instanceof File) event.detail.formData.delete(name);
    });
    document.addEventListener("htmx:beforeRequest", event => {
        // the button takes with it what would have been saved a moment later
        if (event.detail.elt.id === "fini") clearTimeout(timer);
        if (event.detail.elt.id !== "fiche") return;
        asked = false;
        dirty = false;
        typedIn = new Set();
    });
    document.addEventListener("htmx:afterRequest", event => {
        if (event.detail.elt.id !== "fiche") return;
        const state = document.getElementById("fiche-etat")?.dataset.etat;
        const saved = event.detail.successful && state === "enregistre";
        if (!saved) dirty = true;
        else if (!dirty) received();
        settle(saved && !dirty);
    });
    document.addEventListener("htmx:sendError", event => {
        if (event.detail.elt.id !== "fiche") return;
        dirty = true;
        tell("Pas de réseau : on réessaie. Ce que vous avez écrit reste ici.");
        later(AGAIN);
    });
    // Signed in again somewhere else, a page has a new token.
    async function renew() {
        if (!expired) return;
        const answer = await fetch(document.getElementById("atelier").dataset.adresse, {headers: {Accept: "text/html"}});
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        if (!page.getElementById("atelier") || !expired) return;
        expired = false;
        const token = page.querySelector("input[name=_csrf]").value;
        for (const input of document.querySelectorAll("input[name=_csrf]")) input.value = token;
        dirty = true;
        send();
    }
    const tryAgain = () => renew().catch(() => {}); // no network: the next try will tell
    window.addEventListener("online", send);
    window.addEventListener("focus", tryAgain);
    setInterval(tryAgain, AGAIN);
    window.addEventListener("beforeunload", event => {
        if (dirty && present()) event.preventDefault();
    });

    return {
        watch(inside) {
            dirty = false;
            asked = false;
            const form = inside.querySelector("#fiche");
            if (!form) return;
            keep(form);
            watched = form;
            const typed = event => {
                if (event.target.name?.endsWith(".q") || event.target.closest("[data-envoi-photo]")) return;
                dirty = true;
                typedIn.add(event.target.name);
                later(event.type === "change" ? 150 : PAUSE);
            };
            form.addEventListener("input", typed);
            form.addEventListener("change", typed);
            form.addEventListener("submit", event => {
                // Enter in a field: saved, and one stays
                if (event.submitter?.name) return;
                event.preventDefault();
                send();
            });
            // an entry that came, went or moved
            form.addEventListener("htmx:afterSwap", event => {
                if (event.target === form || event.target.id === "fiche-etat") return;
                dirty = true;
                later(PAUSE);
            });
        },
        isDirty: () => dirty && Boolean(present()),
        isOfThePage: () => present()?.dataset.fiche === document.getElementById("atelier").dataset.page,
        save() {
            return new Promise(done => {
                waiting.push(done);
                send();
            }).then(saved => {
                if (!saved && present()) {
                    say("Ce n’est pas encore enregistré.");
                    document.querySelector("#fiche-etat a")?.focus();
                }
                return saved;
            });
        },
        received,
        /** Texts typed since the last save went out: name and value. */
        unsent: () => [...(present()?.elements ?? [])].filter(one => typedIn.has(one.name) && !/^(checkbox|radio|file)$/.test(one.type)).map(one => [one.name, one.value]),
        /** Types them again into the form that took the place of the one they stood in. */
        type(texts) {
            for (const [name, value] of texts) {
                const control = present()?.elements[name];
                if (!control || control.value === value) continue;
                control.value = value;
                control.dispatchEvent(new Event("garde:remis"));
                control.dispatchEvent(new Event("input", {bubbles: true}));
                control.focus();
            }
        },
        expire() {
            expired = Boolean(present());
        },
        failed(text) {
            tell(text);
            settle(false);
        },
    };
}
