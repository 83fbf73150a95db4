// A copy of what is being written, in this browser, until the server has it.
const PREFIX = "bocage:garde:";
const DAYS = 14;
const PAUSE = 800;
// The server keeps a copy too, a little less often: it outlives this browser.
const PAUSE_SERVEUR = 2500;
const MOST_KEPT_ALIVE = 60000;

export function keepers() {
    forgetOld();
    for (const received of document.querySelectorAll("[data-recu]")) remove(PREFIX + received.dataset.recu);
    for (const form of document.querySelectorAll("form[data-garde]")) keep(form);
}

const watched = new WeakSet();

/** Keeps what is typed in a form. « garde:recu », sent to the form, says that the server has it. */
export function keep(form) {
    if (watched.has(form)) return;
    watched.add(form);
    const key = PREFIX + form.dataset.garde;
    const kept = read(key);
    // what was sent and not taken is stored nowhere yet, and is what one sees: it is kept again, and nothing is offered instead
    const back = form.hasAttribute("data-revenu");
    let start = back ? "" : JSON.stringify(values(form));
    const offered = document.querySelector("[data-offre-gardee]");
    // « Précédent » and « Recharger » then ask for the form again, and not for sending it once more
    if (back) history.replaceState(history.state, "", location.href);
    else if (kept && JSON.stringify(kept.values) === start) remove(key);
    else if (kept && !offered) offer(form, key, kept);

    const state = document.createElement("p");
    state.className = "garde-etat";
    // a form that saves itself says itself what became of it
    if (form.dataset.saisie) form.querySelector(".barre")?.append(state);
    let timer, serverTimer;
    let sent = false;
    const later = () => {
        clearTimeout(timer);
        clearTimeout(serverTimer);
        timer = setTimeout(save, PAUSE);
        serverTimer = setTimeout(() => send(form, state), PAUSE_SERVEUR);
    };
    const save = () => {
        clearTimeout(timer);
        const now = values(form);
        if (JSON.stringify(now) === start) return;
        const done = write(key, {revision: stamp(form).value, at: Date.now(), values: now});
        state.textContent = done ? `Gardé sur cet appareil à ${hour(Date.now())}` : "";
    };
    form.addEventListener("input", later);
    form.addEventListener("change", later);
    form.addEventListener("submit", event => {
        sent = !event.defaultPrevented;
        clearTimeout(serverTimer);
    });
    form.addEventListener("garde:recu", () => {
        clearTimeout(timer);
        start = JSON.stringify(values(form));
        remove(key);
    });
    window.addEventListener("pagehide", () => {
        if (!form.isConnected) return;
        save();
        if (!sent && JSON.stringify(values(form)) !== start) send(form, state);
    });
}

// Gives the server what is typed, without files. It says by itself when it does not work: the copy here remains.
async function send(form, state) {
    if (!form.dataset.saisie) return;
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
    try {
        const answer = await fetch(form.dataset.saisie, {method: "POST", body, keepalive: body.toString().length < MOST_KEPT_ALIVE});
        if (answer.ok) state.textContent = `Gardé à ${hour(Date.now())}`;
        else if (answer.status === 401) state.textContent = "Votre session est terminée. Ce texte est gardé sur cet appareil\u00a0: continuez, on vous reconnectera à l’envoi.";
    } catch {
        state.textContent = `Pas de réseau. Gardé sur cet appareil à ${hour(Date.now())}`;
    }
}

function offer(form, key, kept) {
    const box = form.querySelector("[data-offre]");
    if (!box) return;
    const text = document.createElement("p");
    // what the server has since may be somebody else's: sent as of its own time, both are shown
    const moved = kept.revision !== stamp(form).value;
    text.textContent = `Vous aviez commencé autre chose ici le ${day(kept.at)} à ${hour(kept.at)}, sans l’envoyer. ${
        moved ? "Depuis, ce contenu a changé\u00a0: à l’envoi, vous verrez les deux textes. " : ""}On le remet\u00a0?`;
    const yes = button("Reprendre ce texte", "bouton bouton--second");
    const no = button("L’oublier", "bouton bouton--discret");
    const close = () => {
        box.classList.remove("offre");
        box.replaceChildren();
    };
    yes.addEventListener("click", () => {
        restore(form, kept.values);
        if (moved) stamp(form).value = kept.revision;
        close();
        form.querySelector("input:not([type=hidden]), textarea")?.focus();
    });
    no.addEventListener("click", () => {
        remove(key);
        close();
    });
    box.className = "offre";
    box.setAttribute("role", "status");
    box.replaceChildren(text, yes, no);
}

// What tells which state of the content, or of one component of a page, the form was begun from.
function stamp(form) {
    return form.elements.empreinte ?? form.elements.revision;
}

// Names and values in order, without what the server sets, files and passwords.
function values(form) {
    const kept = [];
    for (const control of form.elements) {
        if (!control.name || ["hidden", "file", "password", "submit", "button"].includes(control.type) || control.name.endsWith(".q")) continue;
        if (["checkbox", "radio"].includes(control.type)) kept.push([control.name, control.value, control.checked]);
        else if (control.type === "select-multiple") kept.push([control.name, [...control.selectedOptions].map(o => o.value)]);
        else kept.push([control.name, control.value]);
    }
    return kept;
}

function restore(form, kept) {
    const queues = new Map();
    for (const control of form.elements) {
        if (control.name) queues.set(control.name, [...(queues.get(control.name) ?? []), control]);
    }
    for (const [name, value, checked] of kept) {
        const controls = queues.get(name) ?? [];
        if (checked !== undefined) {
            const box = controls.find(c => c.value === value && ["checkbox", "radio"].includes(c.type));
            if (box) box.checked = checked;
        } else if (Array.isArray(value)) {
            for (const option of controls[0]?.options ?? []) option.selected = value.includes(option.value);
        } else {
            const control = controls.find(c => c.type !== "hidden");
            if (!control) continue;
            control.value = value;
            control.dispatchEvent(new Event("garde:remis"));
        }
    }
    form.querySelectorAll("input, textarea, select").forEach(c => c.dispatchEvent(new Event("input", {bubbles: true})));
    form.querySelectorAll(":checked").forEach(c => c.dispatchEvent(new Event("change", {bubbles: true})));
}

function forgetOld() {
    try {
        for (const key of Object.keys(localStorage).filter(k => k.startsWith(PREFIX))) {
            if (Date.now() - (read(key)?.at ?? 0) > DAYS * 86400000) remove(key);
        }
    } catch {
        // storage is forbidden here: nothing to forget
    }
}

function read(key) {
    try {
        return JSON.parse(localStorage.getItem(key));
    } catch {
        return null; // forbidden or damaged: as if nothing had been kept
    }
}

function write(key, value) {
    try {
        localStorage.setItem(key, JSON.stringify(value));
        return true;
    } catch {
        return false; // full or forbidden: the line that says « gardé » stays empty
    }
}

function remove(key) {
    try {
        localStorage.removeItem(key);
    } catch {
        // forbidden: there is nothing to remove
    }
}

function button(text, classes) {
    const element = document.createElement("button");
    element.type = "button";
    element.className = classes;
    element.textContent = text;
    return element;
}

function day(at) {
    return new Date(at).toLocaleDateString("fr-FR", {day: "numeric", month: "long"}).replace(/^1 /, "1er ");
}

function hour(at) {
    const when = new Date(at);
    const minutes = String(when.getMinutes()).padStart(2, "0");
    return `${when.getHours()}\u00a0h${minutes === "00" ? "" : `\u00a0${minutes}`}`;
}
