// Single keys where nothing is being typed: « / » searches, the others press what carries them. They can be turned off.
// One that needs a word first leads to it; Ctrl and Enter there press it then.
const OFF = "bocage:touches-eteintes";

export function keys() {
    const box = document.querySelector("[data-touches-actives]");
    if (box) {
        box.checked = !off();
        box.addEventListener("change", () => remember(!box.checked));
    }
    document.addEventListener("keydown", event => {
        if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || off() || writing(event.target)) return;
        if (event.key === "/") {
            const field = document.querySelector("main [type=search]:not([data-sans-envoi])");
            event.preventDefault();
            if (field) field.focus();
            else document.querySelector("[data-chercher]")?.click();
            return;
        }
        const pressed = document.querySelector(`[data-touche="${CSS.escape(event.key)}"]`);
        if (!pressed) return;
        event.preventDefault();
        const first = document.getElementById(pressed.dataset.toucheApres ?? "");
        if (first && !first.value.trim()) ask(first, pressed);
        else pressed.click();
    });
}

function ask(field, pressed) {
    field.closest("details")?.setAttribute("open", "");
    field.focus();
    field.onkeydown = event => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        pressed.click();
    };
}

function writing(target) {
    return target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true]");
}

function off() {
    try {
        return localStorage.getItem(OFF) === "oui";
    } catch {
        return false; // forbidden: the keys work, as on a first visit
    }
}

function remember(isOff) {
    try {
        if (isOff) localStorage.setItem(OFF, "oui");
        else localStorage.removeItem(OFF);
    } catch {
        // forbidden: it holds for this page alone
    }
}
