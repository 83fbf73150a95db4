// Help while one writes: how long a text is, told below it, and a word on sentences that run on. It never blocks.
const LONG_SENTENCE = 30;
const FIRST_WORDS = 4;

export function counters(root) {
    for (const line of root.querySelectorAll("[data-compteur]")) {
        const field = document.getElementById(line.dataset.compteur);
        if (!field || line.dataset.pret) continue;
        line.dataset.pret = "1";
        const asked = line.textContent;
        const refresh = () => {
            const {text, full} = length(plain(field), Number(line.dataset.min), Number(line.dataset.max));
            line.textContent = field.value ? text : asked;
            line.classList.toggle("compteur--plein", full);
        };
        field.addEventListener("input", refresh);
        refresh();
    }
    for (const field of root.querySelectorAll("[data-phrases]")) {
        if (field.dataset.relu) continue;
        field.dataset.relu = "1";
        field.addEventListener("change", () => hint(field));
    }
}

// What is read of a field: of rich text the words, a line for each paragraph, item or title.
function plain(field) {
    if (field.dataset.riche === undefined || !/<[a-z]/i.test(field.value)) return field.value;
    const page = new DOMParser().parseFromString(field.value, "text/html");
    for (const block of page.querySelectorAll("p, li, h2, h3, blockquote, br")) block.append("\n");
    return page.body.textContent.replace(/\n+/g, "\n").trim();
}

function length(text, min, max) {
    const signs = [...text].length;
    if (max && signs > max) return {text: `${count(signs - max, "signe")} de trop`, full: true};
    if (min && signs < min) return {text: `Encore ${count(min - signs, "signe")} au moins`, full: false};
    if (max) return {text: `${count(signs, "signe")} sur ${max}`, full: false};
    return {text: min ? `${count(signs, "signe")}, c’est bien` : `${count(signs, "signe")}, ${count(words(text).length, "mot")}`, full: false};
}

function count(number, word) {
    return `${number}\u00a0${word}${number > 1 ? "s" : ""}`;
}

function words(text) {
    return text.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word));
}

function hint(field) {
    // a point within a number or an address ends no sentence
    const sentences = plain(field).split(/[.!?…]+["»)\s]*(?=\s|$)|\n+/).map(words);
    const longest = sentences.reduce((one, other) => (other.length > one.length ? other : one), []);
    const box = field.closest("[data-champ]");
    let line = box.querySelector(":scope > [data-phrase-longue]");
    if (!line) {
        line = document.createElement("p");
        line.className = "aide";
        line.dataset.phraseLongue = "";
        line.setAttribute("role", "status");
        box.append(line);
    }
    line.textContent = longest.length > LONG_SENTENCE
        ? `La phrase «\u00a0${longest.slice(0, FIRST_WORDS).join(" ")}…\u00a0» fait ${longest.length} mots\u00a0: et si on la coupait en deux\u00a0?`
        : "";
}
