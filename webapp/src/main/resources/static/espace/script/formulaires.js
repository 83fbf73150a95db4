// Small comforts of forms.
import {isFilled} from "./demandes.js";

/** A text area as high as its text. */
export function growing(root) {
    for (const area of root.querySelectorAll("[data-grandit]")) {
        const grow = () => {
            area.style.height = "auto";
            area.style.height = `${area.scrollHeight + 4}px`;
        };
        area.addEventListener("input", grow);
        if (area.offsetParent) grow();
    }
}

/** Only the fields of the case chosen. */
export function alternatives(root) {
    for (const block of each(root, "[data-alternative]")) {
        const name = block.dataset.alternative;
        const show = () => {
            const control = block.querySelector(`[name="${CSS.escape(name)}"]:checked, select[name="${CSS.escape(name)}"]`);
            for (const part of block.querySelectorAll(":scope > [data-cas]")) part.hidden = part.dataset.cas !== control?.value;
        };
        block.addEventListener("change", event => {
            if (event.target.name === name) show();
        });
        show();
    }
}

/** A choice that sends its form at once. */
export function directSends(root) {
    for (const control of root.querySelectorAll("[data-envoi-direct]")) {
        control.addEventListener("change", () => control.form.requestSubmit());
    }
}

/** A colour is picked or typed: the last of the two counts, and the picker shows it. */
export function colours(root) {
    for (const block of root.querySelectorAll("[data-couleur]")) {
        const picker = block.querySelector("input[type=color]");
        const code = block.querySelector("input[type=text]");
        picker.addEventListener("input", () => (code.value = ""));
        code.addEventListener("input", () => {
            const typed = code.value.trim().replace(/^#?([0-9a-f]{6})$/i, "#$1");
            if (/^#[0-9a-f]{6}$/i.test(typed)) picker.value = typed.toLowerCase();
        });
    }
}

/** Enter in a search inside a form searches, and does not send the form. */
export function searches(root) {
    for (const field of root.querySelectorAll("[data-sans-envoi]")) {
        field.addEventListener("keydown", event => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            field.parentElement.querySelector("button")?.click();
        });
    }
}

/** Round boxes have one stop of the Tab key, where their choice stands: from a search one goes on among what it found. */
export function foundChoices(root) {
    for (const line of root.querySelectorAll(".recherche__ligne")) {
        line.addEventListener("keydown", event => {
            const found = line.nextElementSibling;
            const first = found?.querySelector("input[type=radio]");
            const isLast = event.target === line.lastElementChild;
            if (event.key !== "Tab" || event.shiftKey || !isLast || !first || found.querySelector(":checked")) return;
            event.preventDefault();
            first.focus();
        });
    }
}

/** Many ticks are looked for by a few letters; those that are ticked stay in sight. */
export function narrowing(root) {
    for (const group of root.querySelectorAll("fieldset[data-nombreux] > .coches")) {
        const field = group.closest("fieldset");
        const choices = [...group.children];
        const box = document.createElement("input");
        box.type = "search";
        box.className = "coches-recherche";
        box.setAttribute("aria-label", `Chercher\u00a0: ${field.querySelector("legend").firstChild.textContent.trim()}`);
        box.placeholder = "Quelques lettres…";
        box.autocomplete = "off";
        const told = document.createElement("p");
        told.className = "aide";
        told.setAttribute("role", "status");
        const show = () => {
            const words = plain(box.value);
            let found = 0;
            for (const choice of choices) {
                const isFound = words !== "" && plain(choice.textContent).includes(words) && ++found <= MOST_FOUND;
                choice.hidden = !isFound && !choice.querySelector("input").checked;
            }
            told.textContent = words === "" ? `${choices.length} choix\u00a0: écrivez quelques lettres.`
                : found === 0 ? "Rien sous ce nom." : found > MOST_FOUND ? `${found} choix, les ${MOST_FOUND} premiers sont ici\u00a0: une lettre de plus\u00a0?` : "";
        };
        box.addEventListener("input", show);
        box.addEventListener("keydown", event => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            const first = choices.find(choice => !choice.hidden && !choice.querySelector("input").checked);
            if (!first || !box.value) return;
            first.querySelector("input").click();
            box.value = "";
            show();
        });
        group.before(box, told);
        show();
    }
}

const MOST_FOUND = 8;

function plain(text) {
    return text.trim().toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}

/** Asks who made a picture, and the rest, once there is one. */
export function besidesPictures(root) {
    for (const block of each(root, ".groupe")) {
        const fields = [...block.children];
        if (!fields.some(field => field.matches(".champ--image"))) continue;
        const show = () => {
            const picture = block.querySelector(":scope > .champ--image");
            const isThere = [...picture.querySelectorAll(`[name="${CSS.escape(picture.dataset.champ)}"]:checked`)].some(one => one.value)
                || picture.querySelector("input[type=file]")?.files.length;
            for (const field of fields) if (field.matches(".champ:not(.champ--image)")) field.hidden = !isThere && !isFilled(field);
        };
        block.addEventListener("change", show);
        block.addEventListener("photo-prise", show);
        show();
    }
}

/** Asks what a picture needs as soon as it is chosen: its words unless it is decorative, and who is on it. */
export function uploads(root) {
    for (const block of root.querySelectorAll("[data-envoi-photo]")) {
        const file = block.querySelector("input[type=file]");
        const alt = block.querySelector("input[type=text][name$='.alt']");
        const decorative = block.querySelector("input[type=checkbox][name$='.decorative']");
        const rights = block.querySelector("select[name$='.droits']");
        const asked = () => [alt && !decorative.checked && !alt.value.trim() && alt, rights && !rights.value && rights].filter(one => one);
        file.addEventListener("photo-prise", () => {
            // who has just come to the form begins at its head
            if (!("partagee" in file.dataset)) asked()[0]?.focus();
            delete file.dataset.partagee;
        });
        file.form?.addEventListener("submit", event => {
            // another one took its place
            if (!block.isConnected) return;
            block.querySelectorAll(".erreur-photo").forEach(line => line.remove());
            const missing = file.files.length && ["proposer", "publier"].includes(event.submitter?.value) ? asked() : [];
            if (!missing.length) return;
            event.preventDefault();
            for (const control of missing) ask(control, control === alt ? "Dites ce que l’on voit, ou cochez «\u00a0décorative\u00a0»." : "Dites si l’on y reconnaît quelqu’un.");
            for (let fold = block.closest("details:not([open])"); fold; fold = fold.closest("details:not([open])")) fold.open = true;
            missing[0].focus();
        }, {capture: true});
        if (!alt) continue; // what it shows is asked beside the block
        const dim = () => {
            alt.readOnly = decorative.checked;
            alt.closest(".champ").classList.toggle("champ--sans", decorative.checked);
        };
        decorative.addEventListener("change", dim);
        dim();
    }
}

function ask(control, words) {
    const line = document.createElement("p");
    line.className = "erreur erreur-photo";
    line.setAttribute("role", "alert");
    line.textContent = words;
    control.after(line);
}

/** One press, one send; the server holds to it too. */
export function singleSend() {
    // what answers with a file leaves the page where it is: it may be asked for again
    for (const form of document.querySelectorAll("form[method=post]:not([data-fichier])")) {
        let sent = false;
        form.addEventListener("submit", event => {
            if (event.defaultPrevented || event.submitter?.formTarget === "_blank") return;
            if (sent) {
                event.preventDefault();
                return;
            }
            sent = true;
            event.submitter?.setAttribute("aria-disabled", "true");
        });
        window.addEventListener("pageshow", () => {
            sent = false;
            form.querySelectorAll("[aria-disabled]").forEach(button => button.removeAttribute("aria-disabled"));
        });
    }
}

export function* each(root, selector) {
    if (root instanceof Element && root.matches(selector)) yield root;
    yield* root.querySelectorAll(selector);
}
