// A copy of what is being written, in this browser, until the server has it.
const PREFIX = "bocage:garde:";
const DAYS = 14;
const PAUSE = 800;

export function keepers() {
    forgetOld();
    for (const received of document.querySelectorAll("[data-recu]")) remove(PREFIX + received.dataset.recu);
    for (const form of document.querySelectorAll("form[data-garde]")) keep(form);
}

function keep(form) {
    const key = PREFIX + form.dataset.garde;
    const kept = read(key);
    const start = JSON.stringify(values(form));
    if (kept && kept.revision === form.dataset.revision && JSON.stringify(kept.values) !== start) offer(form, key, kept);
    else if (kept && kept.revision !== form.dataset.revision) remove(key);

    const state = document.createElement("p");
    state.className = "garde-etat";
    form.querySelector(".barre")?.append(state);
    let timer;
    const later = () => {
        clearTimeout(timer);
        timer = setTimeout(save, PAUSE);
    };
    const save = () => {
        clearTimeout(timer);
        const now = values(form);
        if (JSON.stringify(now) === start) return;
        const done = write(key, {revision: form.dataset.revision, at: Date.now(), values: now});
        state.textContent = done ? `Gardé sur cet appareil à ${hour(Date.now())}` : "";
    };
    form.addEventListener("input", later);
    form.addEventListener("change", later);
    window.addEventListener("pagehide", save);
}

function offer(form, key, kept) {
    const box = form.querySelector("[data-offre]");
    if (!box) return;
    const text = document.createElement("p");
    text.textContent = `Vous aviez commencé autre chose ici le ${day(kept.at)} à ${hour(kept.at)}, sans l’envoyer. On le remet\u00a0?`;
    const yes = button("Reprendre ce texte", "bouton bouton--second");
    const no = button("L’oublier", "bouton bouton--discret");
    const close = () => {
        box.classList.remove("offre");
        box.replaceChildren();
    };
    yes.addEventListener("click", () => {
        restore(form, kept.values);
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
    return new Date(at).toLocaleDateString("fr-FR", {day: "numeric", month: "long"});
}

function hour(at) {
    return new Date(at).toLocaleTimeString("fr-FR", {hour: "numeric", minute: "2-digit"}).replace(":", "\u00a0h\u00a0");
}
